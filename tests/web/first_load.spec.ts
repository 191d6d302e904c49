import { gzipSync } from "node:zlib";
import { expect, type Request, test } from "@playwright/test";
import { figure } from "./page";

// Bytes, gzipped: all that a page fetches until its reader gives a sign.
const most = 250_000;

// It would fetch the rest of the lesson.
test.use({ serviceWorkers: "allow" });

async function size(request: Request): Promise<number> {
  const body = await (await request.response())!.body();
  // Fonts are compressed already.
  return Math.min(body.length, gzipSync(body, { level: 9 }).length);
}

test("the opening needs little, and nothing else is fetched until it is read on", async ({
  page,
  context,
}) => {
  const sizes = new Map<string, Promise<number>>();
  context.on("requestfinished", (request) => sizes.set(request.url(), size(request)));
  await page.goto("./");
  await expect(figure(page, "hook").getByText(/^Mask 3:/)).toBeVisible();
  await page.waitForLoadState("networkidle");

  const urls = [...sizes.keys()];
  const loaded = await Promise.all(sizes.values());
  const total = loaded.reduce((sum, bytes) => sum + bytes, 0);
  expect(urls.some((url) => url.endsWith(".wasm"))).toBe(true);
  const list = urls.map((url, i) => `${loaded[i]} ${url}`).join("\n");
  expect(total, `bytes, gzipped:\n${list}\n`).toBeLessThan(most);
  expect(await context.serviceWorkers()).toEqual([]);
});
