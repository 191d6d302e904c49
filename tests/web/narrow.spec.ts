// The lesson on phones and in narrow windows, in readers' own text spacing: nothing is cut off, and
// what scrolls sideways says so, and does for the keyboard, too.
import { violations } from "./axe";
import { openAll } from "./figure_states";
import { expect, test } from "./page";
import { problemsAt, sideways, spaceText, widths } from "./sideways";

test("the whole lesson is whole, and axe finds nothing", async ({ lesson }) => {
  test.slow(); // every figure is drawn anew at each width
  await lesson.setViewportSize({ width: 320, height: 800 });
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

test("a formula is scrolled by keyboard, and its edges say where it goes on", async ({
  lesson: page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openAll(page);
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
