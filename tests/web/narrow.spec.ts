// The lesson on phones and in narrow windows, in readers' own text spacing: nothing is cut off, and
// what scrolls sideways says so, and does for the keyboard, too.
import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { openAll, states } from "./figure_states";
import { expect, setInRail, test } from "./page";
import { cutOptions, sideways, spaceText } from "./sideways";

const widths = [320, 375, 768];
const small = "&training.samples=20&training.units=4,4";
const all: Record<string, string[]> = {
  ...states,
  training: [
    `${small}&training.updates=3`,
    "&training.data=digits&training.epochs=1&training.updates=all&training.view=confusion",
  ],
  "trained-averages": [""],
  uncertainty: [""],
};

async function open(page: Page, parameters: string) {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`./?figure=${parameters}`);
  await expect(page.getByRole("figure")).toBeVisible();
  await openAll(page);
}

async function problemsAt(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 });
  return [...(await sideways(page)), ...(await cutOptions(page))];
}

for (const [name, queries] of Object.entries(all)) {
  test(`${name} is whole in narrow windows, and axe finds nothing`, async ({ page }) => {
    for (const query of queries) {
      await test.step(query, async () => {
        await open(page, `${name}${query}&theme=light`);
        for (const width of widths) {
          expect(await problemsAt(page, width), `${width} px`).toEqual([]);
        }
        await spaceText(page);
        for (const width of widths) {
          expect(await problemsAt(page, width), `${width} px, spaced`).toEqual([]);
        }
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await violations(page)).toEqual([]);
      });
    }
    await open(page, `${name}${queries[0]}&theme=dark`);
    expect(await violations(page)).toEqual([]);
  });
}

for (const theme of ["light", "dark"]) {
  test(`the whole lesson is whole, ${theme}`, async ({ lesson }) => {
    test.setTimeout(240_000);
    await lesson.setViewportSize({ width: 320, height: 800 });
    await setInRail(lesson, "Colours", theme);
    await openAll(lesson);
    for (const isSpaced of [false, true]) {
      if (isSpaced) await spaceText(lesson);
      for (const width of widths) expect(await problemsAt(lesson, width), `${width}`).toEqual([]);
    }
    await lesson.setViewportSize({ width: 320, height: 800 });
    // Else this would pass without a formula that scrolls.
    const scrolling = lesson.getByRole("group", { name: "Formula" });
    expect(await scrolling.count()).toBeGreaterThan(6);
    expect(await violations(lesson)).toEqual([]);
  });
}

test("a formula is scrolled by keyboard, and its edges say where it goes on", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("./?figure=counts");
  const formula = page.getByRole("group", { name: "Formula" }).first();
  const position = () => formula.evaluate(({ scrollLeft }) => scrollLeft);
  await formula.focus();
  await expect(formula).toBeFocused();
  await formula.press("ArrowRight");
  await expect.poll(position).toBeGreaterThan(0);
  expect(await sideways(page)).toEqual([]);
  await formula.evaluate((box) => box.scrollTo({ left: 9999, behavior: "instant" }));
  expect(await sideways(page)).toEqual([]);
  // With room for all of it, it is no stop for the keyboard.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole("group", { name: "Formula" })).toHaveCount(0);
});
