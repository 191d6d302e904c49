import type { Embedding } from "./embedding";

/** The address of one figure, in the state that `page`, the address of all, has for it. */
export function embeddedAddress(page: URL, wanted: Embedding): string {
  const address = new URL(page);
  address.hash = "";
  const parts = address.search
    .slice(1)
    .split("&")
    .filter((part) => part.startsWith(`${wanted.figure}.`) || part.startsWith("page."));
  parts.unshift(`figure=${wanted.figure}`);
  if (!wanted.showsControls) parts.push("controls=0");
  if (!wanted.showsCaption) parts.push("caption=0");
  if (wanted.theme !== "system") parts.push(`theme=${wanted.theme}`);
  address.search = parts.join("&");
  return address.href;
}

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

export function embedSnippet(address: string, title: string, height: number): string {
  return `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`;
}
