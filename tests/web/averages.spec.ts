import { expect, testOf } from "./page";
import { averages, choose, facts, field, pair, printed, settled, value } from "./averages_figure";

const test = testOf("averages");

test("linear output: A is S, and no number of random subnetworks is as good", async ({ alone }) => {
  await choose(alone, "Linear output");
  const { A, S, method } = await facts(alone, {
    seed: 32,
    widths: [2, 12, 1],
    output: "identity",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(Math.abs(A - S)).toBeLessThan(1e-12);
  expect(method).toBe("closed-form");
  expect(await value(alone, "A")).toBe(printed(A, 5));
  expect(await value(alone, "S")).toBe(printed(S, 5));
  expect(await pair(alone, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(alone)).toContainText("The numbers confirm it.");
  await expect(averages(alone)).toContainText("a formula gives the average");
  await expect(averages(alone)).toContainText(
    "No number of random subnetworks is as good as S: it is exact.",
  );
  await expect(averages(alone)).not.toContainText("k* =");
});

test("sigmoid output: G is S, and A lies elsewhere", async ({ alone }) => {
  await choose(alone, "Sigmoid output");
  const { A, G, S, crossing } = await facts(alone, {
    seed: 32,
    widths: [2, 12, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(Math.abs(G - S)).toBeLessThan(1e-12);
  expect(Math.abs(A - S)).toBeGreaterThan(0.1);
  expect(await value(alone, "A")).toBe(printed(A, 6));
  expect(await value(alone, "G")).toBe(printed(G, 6));
  await expect(averages(alone).getByRole("status")).toContainText(`A ${printed(A, 6)}.`);
  expect(await pair(alone, "A and S")).toEqual(["approximate", Math.abs(A - S).toPrecision(3)]);
  expect(await pair(alone, "G and S")).toEqual(["exact", "none (rounding)"]);
  expect(await pair(alone, "A and G")).toEqual(["approximate", Math.abs(A - G).toPrecision(3)]);
  await expect(averages(alone)).toContainText(`The mean of about ${Math.round(crossing)} random`);
});

test("two dropped layers: three different numbers", async ({ alone }) => {
  await choose(alone, "Two dropped layers");
  const { A, G, S } = await facts(alone, {
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
    expect(await pair(alone, name)).toEqual(["approximate", difference.toPrecision(3)]);
  }
  await expect(averages(alone)).toContainText("hidden layer 2, whose ReLU is no straight line");
  await expect(averages(alone)).toContainText("The 26 masks of layer 1 are taken one by one");
});

test("with one mask right before the output, G is S again, as the page says", async ({ alone }) => {
  await choose(alone, "Two dropped layers");
  await field(alone, "p_drop, layer 1").fill("0");
  await settled(alone);
  expect(await pair(alone, "G and S")).toEqual(["exact", "none (rounding)"]);

  await field(alone, "p_drop, layer 1").fill("0.5");
  await averages(alone).getByText("Inputs, hidden units, seed").click();
  await field(alone, "Hidden units").selectOption("linear");
  await field(alone, "Output").selectOption("linear");
  await settled(alone);
  expect(await pair(alone, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(alone)).toContainText("= 4,096");
});

test("equal weights are wrong, but for p_drop 0.5", async ({ alone }) => {
  await choose(alone, "Equal weights");
  const { A, S, W } = await facts(alone, {
    seed: 32,
    widths: [2, 12, 1],
    output: "identity",
    p_drop: [0.2],
    input: [8, -8],
  });
  expect(Math.abs(A - S)).toBeLessThan(1e-12);
  expect(Math.abs(W - A)).toBeGreaterThan(0.5);
  expect(await value(alone, "A")).toBe(printed(A, 5));
  expect(await value(alone, "W")).toBe(printed(W, 5));

  await field(alone, "p_drop, layer 1").fill("0.5");
  await settled(alone);
  expect(await value(alone, "W")).toBe(await value(alone, "A"));
});

test("10 + 10 units: a million subnetworks, and scaling as good as 50 of them", async ({
  alone,
}) => {
  await choose(alone, "10 + 10 units");
  const { A, S, crossing } = await facts(alone, {
    seed: 51,
    widths: [2, 10, 10, 1],
    output: "sigmoid",
    p_drop: [0.5, 0.5],
    input: [6, -2],
  });
  expect(Math.abs(crossing - 50)).toBeLessThan(0.5);
  await expect(averages(alone)).toContainText("1,048,576, about a million");
  expect(await pair(alone, "A and S")).toEqual(["approximate", Math.abs(A - S).toPrecision(3)]);
  await expect(averages(alone)).toContainText("The mean of about 50 random subnetworks");
  await expect(averages(alone).getByText("k* = 50")).toBeVisible();
});

test("1,000 units: an exact average of 2^1000 subnetworks", async ({ alone }) => {
  await choose(alone, "1,000 units");
  const { A, G, S, method } = await facts(alone, {
    seed: 26,
    widths: [2, 1000, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [10, -10],
  });
  expect(method).toBe("characteristic-function");
  expect(Math.abs(G - S)).toBeLessThan(1e-12);
  expect(Math.abs(A - S)).toBeGreaterThan(0.1);
  await expect(averages(alone).locator("sup").first()).toHaveText("1000");
  await expect(averages(alone)).toContainText("a number with 302 digits");
  await expect(averages(alone)).toContainText(
    "one integral, over a product of one factor for each unit",
  );
  await expect(averages(alone)).toContainText("a sample of 10,000 random subnetworks");
  expect(await value(alone, "A")).toBe(printed(A, 6));
});

test("more random subnetworks than the chart shows", async ({ alone }) => {
  await choose(alone, "1,000 units");
  await field(alone, "Units, layer 1").fill("100");
  await averages(alone).getByText("Inputs, hidden units, seed").click();
  await field(alone, "Seed of the weights").fill("1");
  await field(alone, "Input x2").fill("-5");
  await settled(alone);
  await expect(averages(alone)).toContainText(
    "The mean of about 1,900 random subnetworks is as good as S: this is more than the chart",
  );
  await expect(averages(alone)).not.toContainText("k* =");
});

test("numbers that meet by chance stay approximate in theory", async ({ alone }) => {
  await choose(alone, "Sigmoid output");
  await averages(alone).getByText("Inputs, hidden units, seed").click();
  await field(alone, "Units, layer 1").fill("1");
  await field(alone, "Seed of the weights").fill("3");
  await settled(alone);
  expect(await pair(alone, "A and S")).toEqual(["approximate", "none (rounding)"]);
  await expect(averages(alone)).toContainText("Here they are equal all the same.");
});

test("counts in words", async ({ alone }) => {
  for (const [units, words] of [
    ["1", "21 subnetworks = 2"],
    ["16", "216 subnetworks = 65,536"],
    ["28", "228 subnetworks = 268,435,456, about 270 million"],
    ["40", "240 subnetworks = 1,099,511,627,776, about 1.1 trillion"],
    ["100", "2100 subnetworks a number with 31 digits"],
  ]) {
    await field(alone, "Units, layer 1").fill(units!);
    await expect(averages(alone).locator(".count")).toHaveText(words!);
  }
  await field(alone, "p_drop, layer 1").fill("0");
  await expect(averages(alone).locator(".count")).toHaveText("20 subnetwork = 1");
  await settled(alone);
  expect(await pair(alone, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(alone)).toContainText(
    "Practically every subnetwork gives the same output here",
  );
});

test("a softmax shows the class that is chosen", async ({ alone }) => {
  await field(alone, "Output").selectOption("softmax (3)");
  await averages(alone).getByText("Inputs, hidden units, seed").click();
  let sum = 0;
  for (const shown of ["class 0", "class 1", "class 2"]) {
    await field(alone, "Shown output").selectOption(shown);
    await expect(averages(alone).getByText(`output of ${shown}`)).toBeVisible();
    await settled(alone);
    sum += Number(await value(alone, "A"));
    expect(await pair(alone, "G and S")).toEqual(["exact", "none (rounding)"]);
  }
  expect(sum).toBeCloseTo(1, 5);
});

test("where there is no exact way, A is an estimate, and says so", async ({ alone }) => {
  await choose(alone, "Two dropped layers");
  await field(alone, "Units, layer 1").fill("40");
  await field(alone, "Units, layer 2").fill("40");
  await expect(averages(alone)).toContainText("every exact way would take too long here");
  await settled(alone);
  await expect(averages(alone)).toContainText("estimated from 10,000 random subnetworks");
  expect(await value(alone, "A")).toMatch(/^0\.\d+ ± 0\.\d+$/);
  expect(await pair(alone, "G and S")).toEqual(["approximate", "unknown"]);
  await expect(averages(alone)).toContainText("this needs A itself");

  await field(alone, "Units, layer 1").fill("4");
  await expect(averages(alone)).toContainText("Averaged exactly");
});
