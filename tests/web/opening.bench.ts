// How long it takes from the address to the first moving picture: npm run bench:page
import { test } from "./page";
import { struck } from "./opening_figure";

const runs = 5;

test("the first mask strikes", async ({ browser, baseURL }) => {
  const times: number[] = [];
  for (let run = 0; run < runs; ++run) {
    // Nothing kept from the run before.
    const page = await browser.newPage({ baseURL: baseURL! });
    await page.goto("./");
    await struck(page).waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
  process.stdout.write(`first mask after ${Math.round(median)} ms (median of ${runs})\n`);
});
