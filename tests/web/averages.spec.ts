import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";

const four = (page: Page) => figure(page, "four-subnetworks");
const many = (page: Page) => figure(page, "many-subnetworks");
const numbers = (page: Page, row: string) =>
  many(page).getByRole("row", { name: row }).getByRole("cell").allInnerTexts();

test("four subnetworks, with their outputs and probabilities", async ({ lesson }) => {
  const read = async () =>
    (await four(lesson).locator("dl").allInnerTexts()).map((text) => text.split(/\s+/).join(" "));
  expect(await read()).toEqual([
    "output 1 probability 0.25",
    "output 3 probability 0.25",
    "output 5 probability 0.25",
    "output 7 probability 0.25",
  ]);
  await expect(four(lesson).getByRole("status")).toHaveText("Average 4, scaled 4, unscaled 7.");

  await four(lesson).getByLabel("p_drop", { exact: true }).fill("0.2");
  await expect(four(lesson).getByRole("status")).toHaveText("Average 5.8, scaled 5.8, unscaled 7.");
  expect(await read()).toEqual([
    "output 1 probability 0.04",
    "output 3 probability 0.16",
    "output 5 probability 0.16",
    "output 7 probability 0.64",
  ]);
});

test("nothing to drop leaves one subnetwork", async ({ lesson }) => {
  await four(lesson).getByLabel("p_drop", { exact: true }).fill("0");
  await expect(four(lesson).getByRole("heading", { name: "both kept" })).toBeVisible();
  await expect(four(lesson).locator("dl")).toHaveCount(1);
  await expect(four(lesson).getByRole("status")).toHaveText("Average 7, scaled 7, unscaled 7.");
});

test("with a linear output, scaling is exact for up to 16 units", async ({ lesson }) => {
  for (const [units, pDrop] of [
    ["1", "0.2"],
    ["7", "0.8"],
    ["16", "0.5"],
  ]) {
    await many(lesson).getByLabel("Units n", { exact: true }).fill(units!);
    await many(lesson).getByLabel("p_drop", { exact: true }).fill(pDrop!);
    const count = (2 ** Number(units)).toLocaleString("en-US");
    await expect(many(lesson).getByText(`= ${count} subnetworks`)).toBeVisible();
    expect((await numbers(lesson, "Average over all subnetworks"))[1]).toBe("none");
  }
});

test("with a sigmoid output, only the geometric mean is exact, and the average parts", async ({
  lesson,
}) => {
  await many(lesson).getByLabel("Output unit").selectOption("sigmoid");
  let last = 0;
  for (const size of ["2", "4", "6", "8", "10"]) {
    await many(lesson).getByLabel("Input size", { exact: true }).fill(size);
    expect((await numbers(lesson, "geometric mean"))[1]).toBe("none");
    const difference = Number((await numbers(lesson, "Average over all subnetworks"))[1]);
    expect(difference).toBeGreaterThan(last);
    last = difference;
  }
  expect(last).toBeGreaterThan(0.05);
});

test("the numbers are those of the API", async ({ lesson }) => {
  await many(lesson).getByLabel("Output unit").selectOption("sigmoid");
  const average = await lesson.evaluate(async () => {
    const trained = window.dropout.network({
      generator: "torch",
      seed: 55,
      widths: [3, 12, 1],
      hidden_activation: "relu",
      output_activation: "sigmoid",
      input_p_drop: 0,
      hidden_p_drop: 0.5,
    });
    return window.dropout.average(window.dropout.scaleWeights(trained), [4, 4, 4]);
  });
  const [mean] = await numbers(lesson, "Average over all subnetworks");
  expect(mean).toBe(String(Number(average.arithmetic_mean[0]!.toPrecision(5))));
});

test("too many units are refused beside their field", async ({ lesson }) => {
  const units = many(lesson).getByLabel("Units n", { exact: true });
  await units.fill("21");
  await expect(units).toHaveAccessibleDescription(/2\^21 subnetworks refused \(limit 2\^20\)/);
  await expect(many(lesson).getByText("= 4,096 subnetworks")).toBeVisible();
  await units.fill("12.5");
  await expect(units).toHaveAccessibleDescription(/must be a whole number .* got 12.5/);
  await units.fill("3");
  await expect(many(lesson).getByText("= 8 subnetworks")).toBeVisible();
});
