import type { Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("counts");

const counts = (page: Page) => figure(page, "counts");
const field = (page: Page, label: string) => counts(page).getByLabel(label, { exact: true });
const layer = (page: Page, units: string) =>
  counts(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: `A layer of ${units}`, exact: true }) });

/** What the API says about the masks that a section shows. */
function drawn(
  page: Page,
  given: { units: number; p_drop?: number; trials?: number; seed?: number },
) {
  return page.evaluate(
    (options) =>
      window.dropout.droppedUnits({
        generator: "torch-intel",
        seed: 12,
        p_drop: 0.5,
        trials: 1000,
        ...options,
      }),
    given,
  );
}

test("shows the core's counts for 4 and 100 units", async ({ alone }) => {
  for (const [name, units] of [
    ["4 units", 4],
    ["100 units", 100],
  ] as const) {
    const { smallest, largest, none_kept } = await drawn(alone, { units });
    const section = layer(alone, name);
    await expect(section.locator("svg")).toContainText(`fewest ${smallest}, most ${largest}`);
    await expect(section.locator("dl")).toContainText(`in ${none_kept} of 1,000 masks`);
  }
  await expect(layer(alone, "4 units").locator("strong")).toHaveText("0.0625");
  await expect(layer(alone, "4 units")).toContainText("about once in 16 masks");
  await expect(layer(alone, "100 units").locator("strong")).toHaveText("7.889 × 10−31");
  await expect(layer(alone, "100 units")).toContainText(
    "never: even at a billion masks a second, about once in 4 × 1013 years",
  );
});

test("bars are as high as shares of the masks, and the line as the exact probabilities", async ({
  alone,
}) => {
  const { counts: expected, binomial } = await drawn(alone, { units: 4 });
  const [bars, line] = await layer(alone, "4 units")
    .locator("svg path[d^=M]")
    .evaluateAll((paths) => paths.slice(0, 2).map((path) => path.getAttribute("d")!));
  const bottom = Number(/V([\d.]+)Z/.exec(bars!)![1]);
  const heights = [...bars!.matchAll(/V([\d.]+)h/g)].map((match) => bottom - Number(match[1]));
  const levels = [...line!.matchAll(/,([\d.]+)h/g)].map((match) => bottom - Number(match[1]));
  const unit = Math.max(...expected.map((count) => count / 1000), ...binomial);
  const tallest = Math.max(...heights, ...levels);
  heights.forEach((height, k) =>
    expect(height / tallest).toBeCloseTo(expected[k]! / 1000 / unit, 9),
  );
  levels.forEach((level, k) => expect(level / tallest).toBeCloseTo(binomial[k]! / unit, 9));
});

test("a probability below every float64 is still a number", async ({ alone }) => {
  await field(alone, "Units, second").fill("1000");
  await field(alone, "p_drop").fill("0.05");
  const { log10_probability_all_dropped: log10, probability_all_dropped } = await drawn(alone, {
    units: 1000,
    p_drop: 0.05,
  });
  expect(probability_all_dropped).toBe(0);
  const exponent = Math.floor(log10);
  await expect(layer(alone, "1,000 units").locator("strong")).toHaveText(
    `${(10 ** (log10 - exponent)).toFixed(3)} × 10−${-exponent}`,
  );
});

test("how often is said in masks as long as that says something", async ({ alone }) => {
  const often = layer(alone, "4 units").locator("dd").last();
  for (const [pDrop, words] of [
    ["0.8", "in about 41 of 100 masks"],
    ["0.1", "about once in 10,000 masks"],
    ["0.001", "about once in 1 × 1012 masks"],
    ["0", "never: nothing is dropped"],
  ] as const) {
    await field(alone, "p_drop").fill(pDrop);
    await expect(often).toContainText(words);
  }
});

test("new masks are those of the next seed", async ({ alone }) => {
  await counts(alone).getByRole("button", { name: "New masks" }).click();
  await expect(field(alone, "Seed")).toHaveValue("13");
  const { smallest, largest } = await drawn(alone, { units: 100, seed: 13 });
  await expect(layer(alone, "100 units").locator("svg")).toContainText(
    `fewest ${smallest}, most ${largest}`,
  );
});

test("a hundred thousand masks of the widest layer", async ({ alone }) => {
  await field(alone, "Units, second").fill("4096");
  await field(alone, "Masks").fill("100000");
  const { smallest, largest } = await drawn(alone, { units: 4096, trials: 100_000 });
  await expect(layer(alone, "4,096 units").locator("svg")).toContainText(
    `fewest ${smallest}, most ${largest}`,
  );
});

test("the slider reaches the widths of common layers", async ({ alone }) => {
  const slider = counts(alone).getByRole("slider", { name: "Units, first" });
  await slider.press("End");
  await expect(layer(alone, "4,096 units")).toBeVisible();
  for (const name of ["3,000 units", "2,048 units", "1,500 units", "1,024 units"]) {
    await slider.press("ArrowLeft");
    await expect(layer(alone, name)).toBeVisible();
  }
  const { binomial } = await drawn(alone, { units: 1024 });
  expect(binomial[512]!).toBeCloseTo(0.024928, 6);
});

test("no masks leave the exact probabilities", async ({ alone }) => {
  await field(alone, "Masks").fill("0");
  await expect(layer(alone, "4 units")).toContainText("no masks");
  await expect(layer(alone, "4 units").locator("svg")).not.toContainText("fewest");
  await expect(layer(alone, "4 units").locator("strong")).toHaveText("0.0625");
});

test("a wrong width is said beside its own control, and both pictures stay", async ({ alone }) => {
  await field(alone, "Units, first").fill("0");
  await expect(field(alone, "Units, first")).toHaveAccessibleDescription(
    /^Units, first must be .*1 to 4096, got 0$/,
  );
  await expect(field(alone, "Units, second")).toHaveAccessibleDescription("");
  await expect(layer(alone, "4 units")).toBeVisible();
  await field(alone, "Units, second").fill("50");
  await expect(layer(alone, "50 units")).toBeVisible();

  await field(alone, "Masks").fill("100001");
  await expect(field(alone, "Masks")).toHaveAccessibleDescription(/^Masks must be .*got 100001$/);
});

test("the prediction's answer is the core's", async ({ lesson }) => {
  const form = lesson
    .locator("section", { has: lesson.locator("#counts-question") })
    .locator("form");
  await form.getByLabel("0", { exact: true }).check();
  await form.getByRole("button", { name: "Run it" }).click();
  const { smallest } = await drawn(lesson, { units: 100 });
  await expect(form.getByRole("status")).toContainText(
    `No. The mask that drops the fewest drops ${smallest}.`,
  );
  await form.getByLabel("about 35").check();
  await form.getByRole("button", { name: "Run it" }).click();
  await expect(form.getByRole("status")).toContainText("Yes.");
});

test("the formula has the reader's own numbers", async ({ lesson }) => {
  const formulas = lesson
    .locator("section", { has: lesson.locator("#counts-question") })
    .locator(".formula math");
  await expect(formulas.nth(1)).toHaveText("0.54≈6.250×10−2");
  await expect(formulas.nth(2)).toHaveText("0.5100≈7.889×10−31");
  await field(lesson, "Units, first").fill("2");
  await expect(formulas.nth(1)).toHaveText("0.52≈2.500×10−1");
});
