import type { Page } from "@playwright/test";
import { typical } from "../../web/src/figures/shared/tiles/ten_passes";
import { violations } from "./axe";
import { expect, figure, testOf } from "./page";
import { sideways } from "./sideways";

const test = testOf("test-time");

const loud = (page: Page) => figure(page, "test-time");
const tiles = (page: Page) => loud(page).getByRole("switch");
const note = (page: Page) => loud(page).locator(".say");
const press = (page: Page, name: string) =>
  loud(page).getByRole("button", { name, exact: true }).click();

/** 1 for kept, as the tiles say it. */
const maskOf = async (page: Page) =>
  Promise.all(
    (await tiles(page).all()).map(async (tile) =>
      Number((await tile.getAttribute("aria-checked")) === "true"),
    ),
  );

const masks = (page: Page, p_drop: number, samples: number) =>
  page.evaluate((asked) => window.dropout.masks({ ...asked, units: 10 }), {
    ...typical,
    p_drop,
    samples,
  });

test("the first ten passes are typical: exactly 10 · p_drop of them are dropped", async ({
  alone,
}) => {
  for (let tenth = 1; tenth < 10; ++tenth) {
    const [mask] = await masks(alone, tenth / 10, 1);
    expect(mask!.filter((keep) => keep === 0).length).toBe(tenth);
  }
});

test("ten passes, ten coins, and their level: 0.8 a against a", async ({ alone }) => {
  await expect(note(alone)).toContainText("not a coin flipped yet");
  expect(await maskOf(alone)).toEqual(Array(10).fill(1));
  await press(alone, "Flip ten coins");
  await expect(note(alone)).toContainText("dropped in 2 of 10 passes");
  expect(await maskOf(alone)).toEqual((await masks(alone, 0.2, 1))[0]);
  await press(alone, "Level the tiles");
  await expect(note(alone)).toContainText("Average of these ten: 0.8");
  await expect(note(alone)).toContainText("1.25 times as much");
  await expect(loud(alone).locator("svg[role=group]")).toContainText("test is 1.25 × as loud");
  await press(alone, "Unlevel");
  await expect(note(alone)).toContainText("What is the average of the ten?");
});

test("a tile is switched by click and by keyboard", async ({ alone }) => {
  await press(alone, "Flip ten coins");
  await press(alone, "Level the tiles");
  const before = await maskOf(alone);
  const dropped = before.indexOf(0);
  await tiles(alone).nth(dropped).click();
  await expect(note(alone)).toContainText("Average of these ten: 0.9");
  await tiles(alone).nth(dropped).focus();
  await alone.keyboard.press("Enter");
  await expect(note(alone)).toContainText("Average of these ten: 0.8");
  await alone.keyboard.press("Space");
  await expect(note(alone)).toContainText("Average of these ten: 0.9");
});

test("each throw of the dice draws on, and all passes have the core's mean", async ({ alone }) => {
  await press(alone, "Flip ten coins");
  await press(alone, "Level the tiles");
  const drawn = await masks(alone, 0.2, 3);
  await press(alone, "Ten new passes");
  await press(alone, "Ten new passes");
  expect(await maskOf(alone)).toEqual(drawn[2]);
  await expect(note(alone)).toContainText("30 passes average");
  await loud(alone).getByRole("button", { name: "100 times ten passes" }).click();
  const mean = await alone.evaluate(
    (asked) => {
      const { running_mean } = window.dropout.scaling({ ...asked, rule: "none", activations: [1] });
      return running_mean.at(-1)![0]!;
    },
    { ...typical, p_drop: 0.2, samples: 1000 },
  );
  await expect(note(alone)).toContainText(`1,000 passes average ${Number(mean.toFixed(3))}`);
  await expect(note(alone)).toContainText("1 − 0.2 = 0.8 times a");
  // The line is theirs, not that of the last ten.
  const drawnMean = await loud(alone)
    .locator("svg[role=group]")
    .evaluate((picture) => {
      const box = (selector: string) =>
        picture.querySelector<SVGGraphicsElement>(selector)!.getBBox();
      const a = box("rect.test");
      return (a.y + a.height - box("path.mean").y) / a.height;
    });
  expect(drawnMean).toBeCloseTo(mean, 3);
});

test("where nothing or everything is dropped, the words follow", async ({ alone }) => {
  const pDrop = loud(alone).getByLabel("p_drop", { exact: true });
  await pDrop.fill("0");
  await expect(note(alone)).toContainText("dropped in none");
  await press(alone, "Level the tiles");
  await expect(note(alone)).toContainText("just as much");
  await pDrop.fill("1");
  await expect(note(alone)).toContainText("Average of these ten: 0.");
  await pDrop.fill("1.5");
  await expect(pDrop).toHaveAccessibleDescription(/^p_drop must be in \[0, 1\], got 1\.5/);
  await expect(note(alone)).toContainText("Average of these ten: 0.");
});

test("a link shows the same throw", async ({ watched }) => {
  await watched.goto("./?figure=test-time&test-time.step=level&test-time.throws=7");
  await expect(note(watched)).toContainText("70 passes average");
  expect(await maskOf(watched)).toEqual((await masks(watched, 0.2, 7))[6]);
});

test("on a narrow screen: nothing sticks out, and everything is accessible", async ({ alone }) => {
  await alone.setViewportSize({ width: 320, height: 568 });
  await press(alone, "Flip ten coins");
  await press(alone, "Level the tiles");
  await expect(note(alone)).toContainText("0.8");
  expect(await sideways(alone)).toEqual([]);
  expect(await violations(alone)).toEqual([]);
});

test("in the lesson, a layer is as loud", async ({ lesson }) => {
  const section = lesson.locator("section", { has: lesson.locator("#test-time-question") });
  await loud(lesson).getByLabel("p_drop", { exact: true }).fill("0.5");
  const rows = section.getByRole("table").locator("tbody tr");
  await expect(rows.nth(0)).toContainText("0.60");
  await expect(rows.nth(1)).toContainText("0.30");
  await expect(rows.nth(2)).toContainText("0.5 × test");
});
