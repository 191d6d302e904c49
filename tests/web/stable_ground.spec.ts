// Pictures and words stay in their places while something is dragged, and while networks train.
import type { Page } from "@playwright/test";
import { dragsIn, trains } from "./moving";
import { expect, figure, figureNames, test } from "./page";

/** Of the layout shift score, where 1 is a whole window moved by its height. */
const most = 0.02;

declare global {
  interface Window {
    layoutShifts: { score: number; of: string }[];
  }
}

/** From here on, also what the browser forgives because the reader did something. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const moved = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML : node?.textContent,
        );
        window.layoutShifts.push({ score: entry.value, of: moved.join(" | ").slice(0, 300) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

/** What has moved since the last time. */
async function shifted(page: Page) {
  // An entry comes after the frame that it is about.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const shifts = await page.evaluate(() => window.layoutShifts.splice(0));
  const sum = shifts.reduce((total, { score }) => total + score, 0);
  return { sum, list: shifts.map(({ score, of }) => `${score.toFixed(4)} ${of}`).join("\n") };
}

for (const [width, height] of [
  [1280, 800],
  [375, 667],
] as const) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height } });
    test.beforeEach(({ watched }) => watchShifts(watched));

    test("nothing moves while something is dragged", async ({ watched, baseURL }) => {
      const moved: string[] = [];
      let dragged = 0;
      for (const name of await figureNames(watched, baseURL!)) {
        await watched.goto(`./?figure=${name}`);
        await expect(figure(watched, name)).toBeVisible();
        for (const move of await dragsIn(figure(watched, name))) {
          await move.reach();
          await shifted(watched);
          await move.drag();
          ++dragged;
          const { sum, list } = await shifted(watched);
          if (sum > most) moved.push(`${name}, ${move.name}: ${list}`);
        }
      }
      expect(moved).toEqual([]);
      expect(dragged).toBeGreaterThan(20);
    });

    for (const [name, { start, until }] of Object.entries(trains)) {
      test(`nothing moves while ${name} trains`, async ({ watched }) => {
        await watched.goto(`./?figure=${name}`);
        const button = figure(watched, name).getByRole("button", { name: start, exact: true });
        if (start) await button.click();
        await expect(figure(watched, name)).toContainText(until);
        const { sum, list } = await shifted(watched);
        expect(sum, list).toBeLessThanOrEqual(most);
      });
    }
  });
}
