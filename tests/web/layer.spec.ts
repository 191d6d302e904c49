import type { Page } from "@playwright/test";
import { expect, figure, openSettings, rowsOf, testOf } from "./page";

const test = testOf("layer");

const layer = (page: Page) => figure(page, "layer");
const table = (page: Page, name: string) => layer(page).getByRole("table", { name, exact: true });

test("on load, the table that PyTorch prints after manual_seed(12)", async ({ alone }) => {
  expect(await rowsOf(table(alone, "Without dropout"))).toEqual(
    Array(5).fill("-0.3069 -0.2832 0.1922 -0.2970"),
  );
  expect(await rowsOf(table(alone, "Keep mask"))).toEqual([
    "0 1 1 0",
    "1 0 0 0",
    "0 1 0 0",
    "1 1 1 1",
    "1 0 1 0",
  ]);
  expect(await rowsOf(table(alone, "With dropout"))).toEqual([
    "-0.0000 -0.5664 0.3843 -0.0000",
    "-0.6139 -0.0000 0.0000 -0.0000",
    "-0.0000 -0.5664 0.0000 -0.0000",
    "-0.6139 -0.5664 0.3843 -0.5941",
    "-0.6139 -0.0000 0.3843 -0.0000",
  ]);
  await expect(layer(alone).locator("figcaption")).toContainText("10 of 20 values are dropped");
});

test("another seed and generator show the core's values", async ({ alone }) => {
  await openSettings(layer(alone));
  await layer(alone).getByLabel("Random numbers of").selectOption("numpy");
  await layer(alone).getByLabel("Seed").fill("7");
  await layer(alone).getByLabel("p_drop", { exact: true }).fill("0.2");
  const expected = await alone.evaluate(() => {
    const { dropped_output } = window.dropout.layer({
      generator: "numpy",
      seed: 7,
      inputs: 3,
      outputs: 4,
      samples: 5,
      p_drop: 0.2,
    });
    return dropped_output.map((row) =>
      row.map((value) => (Object.is(value, -0) ? "-0.0000" : value.toFixed(4))).join(" "),
    );
  });
  await expect.poll(() => rowsOf(table(alone, "With dropout"))).toEqual(expected);

  await layer(alone).getByRole("button", { name: "seed 12" }).click();
  await expect
    .poll(async () => (await rowsOf(table(alone, "With dropout")))[0])
    .toBe("-0.0000 -0.5664 0.3843 -0.0000");
});

test("where nothing is kept, nothing is divided", async ({ alone }) => {
  await layer(alone).getByLabel("p_drop", { exact: true }).fill("1");
  await expect(layer(alone).locator("figcaption")).toContainText("nothing is kept");
  await expect(layer(alone)).not.toContainText(/÷|divided/);
});

test("the sign of zero follows", async ({ alone }) => {
  await openSettings(layer(alone));
  await layer(alone).getByLabel("Random numbers of").selectOption("numpy");
  for (const seed of [7, 0, 3]) {
    await layer(alone).getByLabel("Seed").fill(String(seed));
    const expected = await alone.evaluate((seed) => {
      const options = { inputs: 3, outputs: 4, samples: 5, p_drop: 0.5 };
      const { dropped_output } = window.dropout.layer({ generator: "numpy", seed, ...options });
      return dropped_output.map((row) =>
        row.map((value) => (Object.is(value, -0) ? "-0.0000" : value.toFixed(4))).join(" "),
      );
    }, seed);
    await expect.poll(() => rowsOf(table(alone, "With dropout"))).toEqual(expected);
  }
});

test("a thousand passes drop as many values as the core counts", async ({ alone }) => {
  await layer(alone).getByLabel("p_drop", { exact: true }).fill("0.2");
  const { smallest, largest } = await alone.evaluate(() =>
    window.dropout.droppedUnits({
      generator: "torch-intel",
      seed: 12,
      p_drop: 0.2,
      units: 4,
      trials: 1000,
    }),
  );
  await expect(layer(alone).locator("svg[role=img]").first()).toContainText(
    `fewest ${smallest}, most ${largest}`,
  );
});

test("the formula has the core's numbers", async ({ lesson }) => {
  const section = lesson.locator("section", { has: lesson.locator("#layer-question") });
  const formula = section.locator("details", { hasText: "One value, step by step" }).last();
  await formula.locator("summary").click();
  await expect(formula).toContainText("sample 1 and unit 2");
  await expect(formula.locator("math").last()).toContainText("−0.5664");
  await layer(lesson).getByLabel("p_drop", { exact: true }).fill("0");
  await expect(formula).toContainText("sample 1 and unit 1");
  await expect(formula.locator("math").last()).toContainText("−0.3069");
});

test("new numbers, and back to PyTorch's table", async ({ alone }) => {
  const before = await rowsOf(table(alone, "With dropout"));
  await layer(alone).getByRole("button", { name: "New numbers" }).click();
  await expect.poll(() => rowsOf(table(alone, "With dropout"))).not.toEqual(before);
  await layer(alone).getByRole("button", { name: "seed 12" }).click();
  await expect.poll(() => rowsOf(table(alone, "With dropout"))).toEqual(before);
});

test("a phone shows the values, the mask, and what it dropped as hatching", async ({ alone }) => {
  await alone.setViewportSize({ width: 375, height: 667 });
  for (const name of ["Keep mask", "With dropout"]) {
    await expect(table(alone, name)).toBeVisible();
    await expect(table(alone, name).locator("td.hatched")).toHaveCount(10);
  }
  const { height } = (await layer(alone).locator(".picture").boundingBox())!;
  expect(height).toBeLessThan(0.45 * 667);
});

test("a seed that NumPy refuses keeps the last table", async ({ alone }) => {
  await openSettings(layer(alone));
  const before = await rowsOf(table(alone, "With dropout"));
  await layer(alone).getByLabel("Seed").fill("4294967296");
  await expect.poll(() => rowsOf(table(alone, "With dropout"))).not.toEqual(before);
  const torch = await rowsOf(table(alone, "With dropout"));
  await layer(alone).getByLabel("Random numbers of").selectOption("numpy");
  await expect(layer(alone).getByLabel("Seed")).toHaveAccessibleDescription(
    "Seed must be a whole number from 0 to 4294967295 for NumPy, got 4294967296",
  );
  expect(await rowsOf(table(alone, "With dropout"))).toEqual(torch);
});
