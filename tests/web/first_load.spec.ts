import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

// Bytes, gzipped: what a slow connection has to bring before the opening answers. (The aim is 250,000.)
const most = 272_000;

test("the opening needs little", async ({ page }) => {
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
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("figure#hook svg")) return;
      document.documentElement.dataset.opened = String(performance.now());
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto("./", { waitUntil: "networkidle" });
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "false");

  // What only the other sections need is asked for once the opening is there: their code and
  // styles, and the font of formulas.
  const later = await page.evaluate(() => {
    const opened = Number(document.documentElement.dataset.opened);
    return performance
      .getEntriesByType("resource")
      .filter(
        ({ name, startTime }) => startTime > opened && /\.(js|css)$|math.*\.woff2$/.test(name),
      )
      .map(({ name }) => name);
  });
  expect(later.length).toBeGreaterThan(0);
  const urls = [...sizes.keys()].filter((url) => !later.includes(url));
  const loaded = await Promise.all(urls.map((url) => sizes.get(url)!));
  const total = loaded.reduce((sum, size) => sum + size, 0);
  expect(urls.some((url) => url.endsWith(".wasm"))).toBe(true);
  const list = urls.map((url, i) => `${loaded[i]} ${url}`).join("\n");
  expect(total, `bytes, gzipped:\n${list}\n`).toBeLessThan(most);
});
