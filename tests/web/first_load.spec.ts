import { gzipSync } from "node:zlib";
import { expect, type Request } from "@playwright/test";
import { test } from "./inputs";
import { struck } from "./opening_figure";

// Bytes, gzipped: all that a page fetches until its reader gives a sign.
const most = 250_000;

// What keeps the opening offline, once the page has all that it needs.
const mostInBackground = 10_000;

test.use({ serviceWorkers: "allow", dependsOn: "the site" });

async function size(request: Request): Promise<number> {
  const body = await (await request.response())!.body();
  // Fonts are compressed already.
  return Math.min(body.length, gzipSync(body, { level: 9 }).length);
}

const sum = (sizes: number[]) => sizes.reduce((total, bytes) => total + bytes, 0);

test("the opening needs little, and nothing else is fetched until it is read on", async ({
  page,
  context,
}) => {
  const requests: Request[] = [];
  context.on("requestfinished", (request) => requests.push(request));
  await page.goto("./");
  await expect(struck(page)).toHaveText("mean of 3 masks");
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const caching = (await caches.keys()).map((name) => caches.open(name));
    const keeping = (await Promise.all(caching)).map((cache) => cache.keys());
    return (await Promise.all(keeping)).flat().map(({ url }) => url);
  });
  await page.waitForLoadState("networkidle");

  const own = requests.filter((request) => !request.serviceWorker());
  const urls = own.map((request) => request.url());
  const isBackground = (url: string) => /\/(service-worker|assets\/keep-[^/]*)\.js$/.test(url);
  const sizes = await Promise.all(own.map(size));
  const list = urls.map((url, i) => `${sizes[i]} ${url}`).join("\n");
  expect(urls.some((url) => url.endsWith(".wasm"))).toBe(true);
  const opening = sum(sizes.filter((_, i) => !isBackground(urls[i]!)));
  expect(opening, `bytes, gzipped:\n${list}\n`).toBeLessThan(most);

  // In the background, the opening is kept: files that the page has fetched, and those of its tab.
  const isOfTab = (url: string) => /\/(favicon\.svg|manifest\.webmanifest)$/.test(url);
  expect(kept.length).toBeGreaterThan(4);
  expect(kept.filter((url) => !urls.includes(url) && !isOfTab(url))).toEqual([]);
  expect(sum(sizes) - opening, `bytes, gzipped:\n${list}\n`).toBeLessThan(mostInBackground);
  // It does not compete with the opening: it comes after everything else.
  const first = urls.findIndex(isBackground);
  expect(first).toBeGreaterThan(0);
  expect(urls.slice(first).filter((url) => !isBackground(url) && !isOfTab(url))).toEqual([]);
});
