import type { Locator, Page } from "@playwright/test";
import type { Activation } from "../../web/src/dropout";
import { expect, figure, test } from "./page";

const four = (page: Page) => figure(page, "four-subnetworks");
const averages = (page: Page) => figure(page, "averages");

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

const button = (page: Page, name: string) => averages(page).getByRole("button", { name });
const field = (page: Page, label: string) => averages(page).getByLabel(label, { exact: true });

async function row(page: Page, table: string, name: string): Promise<string[]> {
  const found = averages(page).getByRole("table", { name: table });
  return found
    .getByRole("row", { name: new RegExp(`^${name} `) })
    .getByRole("cell")
    .allInnerTexts();
}

/** The number that A, G, S or W is printed as. */
const value = async (page: Page, letter: string) =>
  (await row(page, "What could stand for all of them", letter))[0];

/** The verdict on two of them, and their difference. */
const pair = (page: Page, name: string) => row(page, "Are they equal?", name);

/** Until everything shown is of the newest settings. */
async function settled(page: Page) {
  await expect(averages(page).locator(".results")).toHaveAttribute("aria-busy", "false");
  await expect(averages(page).locator(".outdated")).toHaveCount(0);
}

async function choose(page: Page, preset: string) {
  await button(page, preset).click();
  await expect(button(page, preset)).toHaveAttribute("aria-pressed", "true");
  await settled(page);
}

interface Case {
  seed: number;
  widths: number[];
  output: Activation;
  p_drop: number[];
  input: number[];
}

/** What the API says about the network of a case. */
function facts(page: Page, given: Case) {
  return page.evaluate(async ({ seed, widths, output, p_drop, input }) => {
    const { dropout } = window;
    const network = dropout.network({
      generator: "torch",
      seed,
      widths,
      hidden_activation: "relu",
      output_activation: output,
      input_p_drop: 0,
      hidden_p_drop: 0,
    });
    p_drop.forEach((p, l) => (network.layers[l]!.p_drop = p));
    const average = await dropout.average(network, input);
    const wrong = await dropout.average(dropout.uniformWeights(network), input);
    const options = { generator: "torch", seed: 1, output: 0, samples: 1, repeats: 1 } as const;
    const { crossing } = await dropout.monteCarloError(network, input, average, options);
    return {
      A: average.arithmetic_mean[0]!,
      G: average.normalized_geometric_mean?.[0] ?? NaN,
      S: average.scaled_full_network[0]!,
      W: wrong.arithmetic_mean[0]!,
      units: average.droppable_units,
      method: average.last_layer_method,
      crossing,
    };
  }, given);
}

const printed = (value: number, decimals: number) => value.toFixed(decimals).replace("-", "−");

test("linear output: A is S, and no number of random subnetworks is as good", async ({
  lesson,
}) => {
  await choose(lesson, "Linear output");
  const { A, S, method } = await facts(lesson, {
    seed: 32,
    widths: [2, 12, 1],
    output: "identity",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(Math.abs(A - S)).toBeLessThan(1e-12);
  expect(method).toBe("closed-form");
  expect(await value(lesson, "A")).toBe(printed(A, 5));
  expect(await value(lesson, "S")).toBe(printed(S, 5));
  expect(await pair(lesson, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(lesson)).toContainText("The numbers confirm it.");
  await expect(averages(lesson)).toContainText("a formula gives the average");
  await expect(averages(lesson)).toContainText(
    "No number of random subnetworks is as good as scaling: it is exact.",
  );
  await expect(averages(lesson)).not.toContainText("k* =");
});

test("sigmoid output: G is S, and A lies elsewhere", async ({ lesson }) => {
  await choose(lesson, "Sigmoid output");
  const { A, G, S, crossing } = await facts(lesson, {
    seed: 32,
    widths: [2, 12, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(Math.abs(G - S)).toBeLessThan(1e-12);
  expect(Math.abs(A - S)).toBeGreaterThan(0.1);
  expect(await value(lesson, "A")).toBe(printed(A, 6));
  expect(await value(lesson, "G")).toBe(printed(G, 6));
  await expect(averages(lesson).getByRole("status")).toContainText(`A ${printed(A, 6)}.`);
  expect(await pair(lesson, "A and S")).toEqual(["approximate", Math.abs(A - S).toPrecision(3)]);
  expect(await pair(lesson, "G and S")).toEqual(["exact", "none (rounding)"]);
  expect(await pair(lesson, "A and G")).toEqual(["approximate", Math.abs(A - G).toPrecision(3)]);
  await expect(averages(lesson)).toContainText(`The mean of about ${Math.round(crossing)} random`);
});

test("two dropped layers: three different numbers", async ({ lesson }) => {
  await choose(lesson, "Two dropped layers");
  const { A, G, S } = await facts(lesson, {
    seed: 51,
    widths: [2, 6, 6, 1],
    output: "sigmoid",
    p_drop: [0.5, 0.5],
    input: [10, -5],
  });
  for (const [name, difference] of [
    ["A and S", Math.abs(A - S)],
    ["G and S", Math.abs(G - S)],
    ["A and G", Math.abs(A - G)],
  ] as const) {
    expect(difference).toBeGreaterThan(0.05);
    expect(await pair(lesson, name)).toEqual(["approximate", difference.toPrecision(3)]);
  }
  await expect(averages(lesson)).toContainText("hidden layer 2, whose ReLU is no straight line");
  await expect(averages(lesson)).toContainText("The 26 masks of layer 1 are taken one by one");
});

test("with one mask right before the output, G is S again, as the page says", async ({
  lesson,
}) => {
  await choose(lesson, "Two dropped layers");
  await field(lesson, "p_drop, layer 1").fill("0");
  await settled(lesson);
  expect(await pair(lesson, "G and S")).toEqual(["exact", "none (rounding)"]);

  await field(lesson, "p_drop, layer 1").fill("0.5");
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Hidden units").selectOption("linear");
  await field(lesson, "Output").selectOption("linear");
  await settled(lesson);
  expect(await pair(lesson, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(lesson)).toContainText("= 4,096");
});

test("equal weights are wrong, but for p_drop 0.5", async ({ lesson }) => {
  await choose(lesson, "Equal weights");
  const { A, S, W } = await facts(lesson, {
    seed: 32,
    widths: [2, 12, 1],
    output: "identity",
    p_drop: [0.2],
    input: [8, -8],
  });
  expect(Math.abs(A - S)).toBeLessThan(1e-12);
  expect(Math.abs(W - A)).toBeGreaterThan(0.5);
  expect(await value(lesson, "A")).toBe(printed(A, 5));
  expect(await value(lesson, "W")).toBe(printed(W, 5));

  await field(lesson, "p_drop, layer 1").fill("0.5");
  await settled(lesson);
  expect(await value(lesson, "W")).toBe(await value(lesson, "A"));
});

test("10 + 10 units: a million subnetworks, and scaling as good as 50 of them", async ({
  lesson,
}) => {
  await choose(lesson, "10 + 10 units");
  const { A, S, crossing } = await facts(lesson, {
    seed: 51,
    widths: [2, 10, 10, 1],
    output: "sigmoid",
    p_drop: [0.5, 0.5],
    input: [6, -2],
  });
  expect(Math.abs(crossing - 50)).toBeLessThan(0.5);
  await expect(averages(lesson)).toContainText("1,048,576, about a million");
  expect(await pair(lesson, "A and S")).toEqual(["approximate", Math.abs(A - S).toPrecision(3)]);
  await expect(averages(lesson)).toContainText("The mean of about 50 random subnetworks");
  await expect(averages(lesson).getByText("k* = 50")).toBeVisible();
});

test("1,000 units: an exact average of 2^1000 subnetworks", async ({ lesson }) => {
  await choose(lesson, "1,000 units");
  const { A, G, S, method } = await facts(lesson, {
    seed: 26,
    widths: [2, 1000, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [10, -10],
  });
  expect(method).toBe("characteristic-function");
  expect(Math.abs(G - S)).toBeLessThan(1e-12);
  expect(Math.abs(A - S)).toBeGreaterThan(0.1);
  await expect(averages(lesson).locator("sup").first()).toHaveText("1000");
  await expect(averages(lesson)).toContainText("a number with 302 digits");
  await expect(averages(lesson)).toContainText(
    "one integral, over a product of one factor for each unit",
  );
  await expect(averages(lesson)).toContainText("a sample of 10,000 random subnetworks");
  expect(await value(lesson, "A")).toBe(printed(A, 6));
});

test("more random subnetworks than the chart shows", async ({ lesson }) => {
  await choose(lesson, "1,000 units");
  await field(lesson, "Units, layer 1").fill("100");
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Seed of the weights").fill("1");
  await field(lesson, "Input x2").fill("-5");
  await settled(lesson);
  await expect(averages(lesson)).toContainText(
    "The mean of about 1,900 random subnetworks is as good as scaling: this is more than the chart",
  );
  await expect(averages(lesson)).not.toContainText("k* =");
});

test("numbers that meet by chance stay approximate in theory", async ({ lesson }) => {
  await choose(lesson, "Sigmoid output");
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Units, layer 1").fill("1");
  await field(lesson, "Seed of the weights").fill("3");
  await settled(lesson);
  expect(await pair(lesson, "A and S")).toEqual(["approximate", "none (rounding)"]);
  await expect(averages(lesson)).toContainText("Here they are equal all the same.");
});

test("counts in words", async ({ lesson }) => {
  for (const [units, words] of [
    ["1", "21 subnetworks = 2"],
    ["16", "216 subnetworks = 65,536"],
    ["28", "228 subnetworks = 268,435,456, about 270 million"],
    ["40", "240 subnetworks = 1,099,511,627,776, about 1.1 trillion"],
    ["100", "2100 subnetworks a number with 31 digits"],
  ]) {
    await field(lesson, "Units, layer 1").fill(units!);
    await expect(averages(lesson).locator(".count")).toHaveText(words!);
  }
  await field(lesson, "p_drop, layer 1").fill("0");
  await expect(averages(lesson).locator(".count")).toHaveText("20 subnetwork = 1");
  await settled(lesson);
  expect(await pair(lesson, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(lesson)).toContainText(
    "Practically every subnetwork gives the same output here",
  );
});

test("a softmax shows the class that is chosen", async ({ lesson }) => {
  await field(lesson, "Output").selectOption("softmax (3)");
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  let sum = 0;
  for (const shown of ["class 0", "class 1", "class 2"]) {
    await field(lesson, "Shown output").selectOption(shown);
    await expect(averages(lesson).getByText(`output of ${shown}`)).toBeVisible();
    await settled(lesson);
    sum += Number(await value(lesson, "A"));
    expect(await pair(lesson, "G and S")).toEqual(["exact", "none (rounding)"]);
  }
  expect(sum).toBeCloseTo(1, 5);
});

test("where there is no exact way, A is an estimate, and says so", async ({ lesson }) => {
  await choose(lesson, "Two dropped layers");
  await field(lesson, "Units, layer 1").fill("40");
  await field(lesson, "Units, layer 2").fill("40");
  await expect(averages(lesson)).toContainText("every exact way would take too long here");
  await settled(lesson);
  await expect(averages(lesson)).toContainText("estimated from 10,000 random subnetworks");
  expect(await value(lesson, "A")).toMatch(/^0\.\d+ ± 0\.\d+$/);
  expect(await pair(lesson, "G and S")).toEqual(["approximate", "unknown"]);
  await expect(averages(lesson)).toContainText("this needs A itself");

  await field(lesson, "Units, layer 1").fill("4");
  await expect(averages(lesson)).toContainText("Averaged exactly");
});

test("bad input is refused at its field, and the last results are marked", async ({ lesson }) => {
  const units = field(lesson, "Units, layer 1");
  const before = await value(lesson, "A");
  await units.fill("5000");
  await expect(units).toHaveAccessibleDescription(/^Units, layer 1 must be .* 4096, got 5000$/);
  await expect(averages(lesson)).toContainText("The results below are of earlier settings.");
  await expect(averages(lesson).locator(".results > .outdated")).toHaveCount(3);
  expect(await value(lesson, "A")).toBe(before);
  await units.fill("12");
  await expect(units).toHaveAccessibleDescription("");
  await settled(lesson);
  expect(await value(lesson, "A")).toBe(before);
});

test("an error does not hide in what is folded away", async ({ lesson }) => {
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Seed of the weights").fill("-1");
  await expect(field(lesson, "Seed of the weights")).toHaveAccessibleDescription(/got -1$/);
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Units, layer 1").fill("13");
  await expect(field(lesson, "Seed of the weights")).toBeVisible();
});

/** Moves a slider from the left to the right, one place for each frame, whatever is computed. */
async function drag(slider: Locator) {
  await slider.evaluate(async (node: HTMLInputElement) => {
    for (let place = Number(node.min); place <= Number(node.max); ++place) {
      node.value = String(place);
      node.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
  });
}

test("only the newest settings count when a slider is dragged", async ({ lesson }) => {
  await choose(lesson, "Sigmoid output");
  await drag(field(lesson, "Units, layer 1, slider"));
  await settled(lesson);
  await expect(averages(lesson)).toContainText("a number with 302 digits");
  const { A } = await facts(lesson, {
    seed: 32,
    widths: [2, 1000, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(await value(lesson, "A")).toBe(printed(A, 6));
});

test("an answer that comes late does not count", async ({ lesson }) => {
  await choose(lesson, "Sigmoid output");
  await lesson.evaluate(() => {
    const { average } = window.dropout;
    let isFirst = true;
    window.dropout.average = async (...given) => {
      const late = isFirst;
      isFirst = false;
      if (late) await new Promise((resolve) => setTimeout(resolve, 1000));
      return average(...given);
    };
  });
  await field(lesson, "Units, layer 1").fill("13");
  await field(lesson, "Units, layer 1").fill("14");
  await settled(lesson);
  await lesson.waitForTimeout(1500);
  await expect(averages(lesson).locator(".count")).toHaveText("214 subnetworks = 16,384");
  await settled(lesson);
});

test("a long job shows its progress, and can be cancelled and taken up again", async ({
  lesson,
}) => {
  await choose(lesson, "Two dropped layers");
  const before = await value(lesson, "A");
  await field(lesson, "Units, layer 1").fill("20");
  await field(lesson, "Units, layer 2").fill("100");
  await expect(averages(lesson).getByRole("progressbar")).toBeVisible();
  await expect(averages(lesson)).toContainText(/Averaging: \d+%, about .* left/);
  await button(lesson, "Cancel").click();
  await expect(averages(lesson)).toContainText("The results below are of earlier settings.");
  await expect(averages(lesson).getByRole("progressbar")).toHaveCount(0);
  await expect(averages(lesson).locator(".results > .outdated")).toHaveCount(3);
  expect(await value(lesson, "A")).toBe(before);

  await expect(button(lesson, "Compute it after all")).toBeFocused();
  await button(lesson, "Compute it after all").click();
  await expect(averages(lesson).getByRole("progressbar")).toBeVisible();
  await field(lesson, "Units, layer 1").fill("6");
  await field(lesson, "Units, layer 2").fill("6");
  await settled(lesson);
  expect(await value(lesson, "A")).toBe(before);
});
