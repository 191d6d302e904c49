import { expect, testOf } from "./page";
import {
  averages,
  button,
  choose,
  compare,
  facts,
  field,
  open,
  pair,
  printed,
  settled,
  value,
} from "./averages_figure";

const test = testOf("averages");

const twenty = { seed: 15, widths: [2, 20, 1], p_drop: [0.5], input: [8, -8] };

test("linear output: S is hidden until the pass has run, and lands on A", async ({ alone }) => {
  await settled(alone);
  const { A, S, method } = await facts(alone, { ...twenty, output: "identity" });
  expect(Math.abs(A - S)).toBeLessThan(1e-12);
  expect(method).toBe("closed-form");
  await expect(averages(alone).locator(".count")).toHaveText("220 subnetworks");
  await expect(averages(alone)).toContainText(/all 1,048,576 run, in [\d.]+ (ms|s)/);
  await expect(averages(alone)).toContainText(`A = ${A.toPrecision(4)}`);
  await expect(averages(alone).getByRole("status")).not.toContainText("S ");
  await expect(
    averages(alone).getByText("one pass", { exact: false }).locator("tspan"),
  ).toHaveCount(0);

  await button(alone, "Run one pass").click();
  await expect(averages(alone)).toContainText("A = S, exactly, for any weights and inputs.");
  await expect(averages(alone).getByText(`S one pass ${printed(S, 3)}`)).toBeVisible();
  await expect(averages(alone).getByRole("status")).toContainText(`S ${printed(S, 6)}.`);
  await expect(button(alone, "Run again")).toBeFocused();

  await compare(alone);
  expect(await value(alone, "A")).toBe(printed(A, 6));
  expect(await value(alone, "S")).toBe(printed(S, 6));
  expect(await pair(alone, "A and S")).toEqual(["exact", "none (rounding)"]);
  await expect(averages(alone)).toContainText("The numbers confirm it.");
  await expect(averages(alone)).toContainText("a formula gives the average");
});

test("sigmoid output: one pass misses A, and is G", async ({ alone }) => {
  await choose(alone, "sigmoid output");
  const { A, G, S, crossing } = await facts(alone, { ...twenty, output: "sigmoid" });
  expect(Math.abs(G - S)).toBeLessThan(1e-12);
  expect(Math.abs(A - S)).toBeGreaterThan(0.05);
  await button(alone, "Run one pass").click();
  await expect(averages(alone)).toContainText(
    `One pass misses the average by ${Math.abs(A - S).toPrecision(3)}, as does the mean of about ${Math.round(crossing)} random subnetworks. A curve follows the masks`,
  );
  await compare(alone);
  expect(await value(alone, "A")).toBe(printed(A, 6));
  expect(await value(alone, "G")).toBe(printed(G, 6));
  expect(await pair(alone, "A and S")).toEqual(["approximate", Math.abs(A - S).toPrecision(3)]);
  expect(await pair(alone, "G and S")).toEqual(["exact", "none (rounding)"]);
  expect(await pair(alone, "A and G")).toEqual(["approximate", Math.abs(A - G).toPrecision(3)]);
});

test("10 + 10 units: a million subnetworks, and scaling as good as 50 of them", async ({
  alone,
}) => {
  await choose(alone, "10 + 10 units");
  const { A, S, G, crossing } = await facts(alone, {
    seed: 51,
    widths: [2, 10, 10, 1],
    output: "sigmoid",
    p_drop: [0.5, 0.5],
    input: [6, -2],
  });
  expect(Math.abs(crossing - 50)).toBeLessThan(0.5);
  await expect(averages(alone)).toContainText("all 1,048,576 run");
  await compare(alone);
  // What is compared with S shows it.
  await expect(averages(alone)).toContainText("as does the mean of about 50 random subnetworks.");
  await expect(averages(alone)).toContainText("Masks act before a ReLU");
  for (const [name, difference] of [
    ["A and S", Math.abs(A - S)],
    ["G and S", Math.abs(G - S)],
    ["A and G", Math.abs(A - G)],
  ] as const) {
    expect(await pair(alone, name)).toEqual(["approximate", difference.toPrecision(3)]);
  }
  await expect(averages(alone)).toContainText("The 210 masks of layer 1 are taken one by one");

  await open(alone, "Monte Carlo dropout");
  await expect(averages(alone)).toContainText("The mean of about 50 random subnetworks");
  await expect(averages(alone).getByText("k* = 50")).toBeVisible();
});

test("where everything is dropped, no curve is blamed", async ({ watched }) => {
  for (const output of ["identity", "sigmoid"]) {
    await watched.goto(
      `./?figure=averages&averages.pDrop=1,0.5&averages.onePass=1&averages.outputActivation=${output}`,
    );
    await expect(averages(watched)).toContainText("Here pdrop is 1: every mask drops");
    await expect(averages(watched)).not.toContainText("A curve follows the masks");
  }
});

test("with one mask right before the output, G is S again", async ({ alone }) => {
  await choose(alone, "10 + 10 units");
  await compare(alone);
  await open(alone, "Settings");
  await field(alone, "p_drop, layer 1, slider").fill("0");
  await settled(alone);
  expect(await pair(alone, "G and S")).toEqual(["exact", "none (rounding)"]);

  await field(alone, "p_drop, slider").fill("0.5");
  await field(alone, "Hidden units").selectOption("linear");
  await field(alone, "Output").selectOption("linear");
  await settled(alone);
  expect(await pair(alone, "A and S")).toEqual(["exact", "none (rounding)"]);
});

test("equal weights are wrong, but for p_drop 0.5", async ({ alone }) => {
  await compare(alone);
  await open(alone, "Settings");
  await field(alone, "p_drop, slider").fill("0.2");
  await averages(alone).getByLabel("Also show the wrong average").check();
  await settled(alone);
  const { A, S, W } = await facts(alone, { ...twenty, p_drop: [0.2], output: "identity" });
  expect(Math.abs(A - S)).toBeLessThan(1e-12);
  expect(Math.abs(W - A)).toBeGreaterThan(0.1);
  expect(await value(alone, "A")).toBe(printed(A, 6));
  expect(await value(alone, "W")).toBe(printed(W, 6));

  await field(alone, "p_drop, slider").fill("0.5");
  await settled(alone);
  expect(await value(alone, "W")).toBe(await value(alone, "A"));
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
  await expect(averages(alone).locator(".count")).toHaveText("21000 subnetworks");
  await expect(averages(alone)).toContainText(
    "exact average by one integral; bars: 10,000 random masks",
  );
  await button(alone, "Run one pass").click();
  await expect(averages(alone)).toContainText(
    "No computer could run them all, and yet A is exact.",
  );
  await compare(alone);
  expect(await value(alone, "A")).toBe(printed(A, 6));
  await open(alone, "Settings");
  await field(alone, "Units, layer 1").fill("100");
  await field(alone, "Seed of the weights").fill("1");
  await averages(alone).getByRole("textbox", { name: "Input x2" }).fill("-5");
  await open(alone, "Monte Carlo dropout");
  await settled(alone);
  await expect(averages(alone)).toContainText(
    "The mean of about 1,900 random subnetworks is as good as S: more than the chart shows.",
  );
  await expect(averages(alone)).not.toContainText("k* =");
});

test("numbers that meet by chance stay approximate in theory", async ({ alone }) => {
  await choose(alone, "sigmoid output");
  await compare(alone);
  await open(alone, "Settings");
  await field(alone, "Units, layer 1").fill("1");
  await field(alone, "Seed of the weights").fill("3");
  await settled(alone);
  expect(await pair(alone, "A and S")).toEqual(["approximate", "none (rounding)"]);
  await expect(averages(alone)).toContainText("One pass meets the average, but only by chance.");
  await expect(averages(alone)).toContainText("Here they meet by chance.");
});

test("where nothing is dropped, one pass is the whole average", async ({ alone }) => {
  await open(alone, "Settings");
  await field(alone, "Units, layer 1").fill("1");
  await expect(averages(alone).locator(".count")).toHaveText("21 subnetworks");
  await field(alone, "p_drop, slider").fill("0");
  await expect(averages(alone).locator(".count")).toHaveText("20 subnetwork");
  await settled(alone);
  await expect(averages(alone)).toContainText("one pass is the whole average");
  await expect(averages(alone)).toContainText("Every subnetwork gives practically the same output");
  await compare(alone);
  expect(await pair(alone, "A and S")).toEqual(["exact", "none (rounding)"]);
  await open(alone, "Monte Carlo dropout");
  await expect(averages(alone)).toContainText("a single one is enough");
});

test("a softmax shows the class that is chosen", async ({ alone }) => {
  await compare(alone);
  await open(alone, "Settings");
  await field(alone, "Output").selectOption("softmax (3)");
  let sum = 0;
  for (const shown of ["class 0", "class 1", "class 2"]) {
    await field(alone, "Shown output").selectOption(shown);
    await settled(alone);
    sum += Number(await value(alone, "A"));
    expect(await pair(alone, "G and S")).toEqual(["exact", "none (rounding)"]);
  }
  expect(sum).toBeCloseTo(1, 5);
});

test("where there is no exact way, A is an estimate, and says so", async ({ alone }) => {
  await choose(alone, "10 + 10 units");
  await compare(alone);
  await open(alone, "Settings");
  await field(alone, "Units, layer 1").fill("40");
  await field(alone, "Units, layer 2").fill("40");
  await expect(averages(alone)).toContainText("Every exact way would take too long here");
  await settled(alone);
  await expect(averages(alone)).toContainText("A is estimated from 10,000 random masks");
  expect(await value(alone, "A")).toMatch(/^0\.\d+ ± 0\.\d+$/);
  expect(await pair(alone, "G and S")).toEqual(["approximate", "unknown"]);
  await open(alone, "Monte Carlo dropout");
  await expect(averages(alone)).toContainText("this needs A itself");

  await field(alone, "Units, layer 1").fill("4");
  await expect(averages(alone)).toContainText("exact average, every mask counted in");
});
