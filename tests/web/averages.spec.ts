import { expect, test } from "./page";
import { averages, choose, facts, field, pair, printed, settled, value } from "./averages_figure";

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
    "No number of random subnetworks is as good as S: it is exact.",
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
    "The mean of about 1,900 random subnetworks is as good as S: this is more than the chart",
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
