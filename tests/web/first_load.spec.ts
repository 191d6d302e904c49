import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

// Bytes, gzipped. Above 250,000, which a slow connection would thank us for.
const most = 330_000;

test("the first load is small", async ({ page }) => {
  const sizes = new Map<string, Promise<number>>();
  page.on("requestfinished", (request) => {
    // A worker finds in the browser's cache what the page has loaded.
    if (sizes.has(request.url())) return;
    const size = async () => {
      const body = await (await request.response())!.body();
      // Fonts are compressed already.
      return Math.min(body.length, gzipSync(body, { level: 9 }).length);
    };
    sizes.set(request.url(), size());
  });
  await page.goto("./", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const urls = [...sizes.keys()];
  const loaded = await Promise.all(sizes.values());
  const total = loaded.reduce((sum, size) => sum + size, 0);
  expect(urls.some((url) => url.endsWith(".wasm"))).toBe(true);
  const list = urls.map((url, i) => `${loaded[i]} ${url}`).join("\n");
  expect(total, `bytes, gzipped:\n${list}\n`).toBeLessThan(most);
});
