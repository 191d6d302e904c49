const address = new URL(/* @vite-ignore */ "./dropout-figure.css", import.meta.url).href;

/** Gives a figure its styles. Resolves when they are there, or cannot be fetched. */
export function addStyles(shadow: ShadowRoot): Promise<unknown> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  shadow.append(link);
  return new Promise((resolve) => (link.onload = link.onerror = resolve));
}
