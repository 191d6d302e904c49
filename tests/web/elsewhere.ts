// Pages of another origin than the site's, which use what the site has for them.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { type Host, host } from "./host";
import { test as base } from "./inputs";

const dist = resolve(import.meta.dirname, "../../dist");

interface Elsewhere {
  folder: string;
  address: string;
}

/** The library's host, which lets other origins read. Problems on the page fail the test. */
export const test = base.extend<{
  library: Host;
  elsewhere: Elsewhere;
  /** Opens a page elsewhere with this body, and with the script that makes elements there. */
  openWith: (body: string, policy?: string) => Promise<void>;
  problems: string[];
}>({
  library: async ({}, use) => {
    const library = await host(dist, { headers: { "Access-Control-Allow-Origin": "*" } });
    await use(library);
    await library.close();
  },
  elsewhere: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "elsewhere-"));
    const { address, close } = await host(folder);
    await use({ folder, address });
    await close();
    await rm(folder, { recursive: true });
  },
  openWith: async ({ page, library, elsewhere }, use) => {
    const script = `<script type="module" src="${library.address}dropout-figure.js"></script>`;
    await use((body, policy) => open(page, elsewhere, body + script, policy));
  },
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) problems.push(message.text());
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** A page of its own origin, under `policy`, with this body. */
export async function open(page: Page, { folder, address }: Elsewhere, body: string, policy = "") {
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head>${meta}<title>Elsewhere</title>
     <link rel="icon" href="data:,"></head><body>${body}</body></html>`,
  );
  await page.goto(address);
}
