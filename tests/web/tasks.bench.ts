// The longest task on the page's main thread, in every figure: npm run bench:page
// While the lesson is read; while a figure comes, while all that can be dragged is dragged, and while it trains.
import type { Page } from "@playwright/test";
import { dragsIn, trains } from "./moving";
import { expect, figure, figureNames, readOn, test } from "./page";

declare global {
  interface Window {
    tasks: number[];
  }
}

/** Milliseconds; browsers list tasks of 50 and more. */
const longest = async (page: Page) =>
  Math.max(0, ...(await page.evaluate(() => window.tasks.splice(0))));

test.beforeEach(({ watched }) =>
  watched.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
  }),
);

test("of the lesson, read from its start to its end", async ({ watched }) => {
  await watched.goto("./");
  await readOn(watched);
  const comes = await longest(watched);
  for (const section of await watched.locator("main > section").all()) {
    await section.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
    await expect(section.locator("[aria-busy=true]")).toHaveCount(0);
  }
  process.stdout.write(`the lesson: coming ${comes} ms, read ${await longest(watched)} ms\n`);
});

test("of each figure", async ({ watched, baseURL }) => {
  test.setTimeout(600_000);
  for (const name of await figureNames(watched, baseURL!)) {
    await watched.goto(`./?figure=${name}`);
    const start = trains[name]?.start;
    await expect(figure(watched, name)).toBeVisible();
    if (start) await figure(watched, name).getByRole("button", { name: start }).click();
    if (name in trains) await expect(figure(watched, name)).toContainText(trains[name]!.until);
    const opening = await longest(watched);
    for (const { reach, drag } of await dragsIn(figure(watched, name))) {
      await reach();
      await drag();
    }
    const dragging = await longest(watched);
    process.stdout.write(`${name}: opening ${opening} ms, dragging ${dragging} ms\n`);
  }
});
