import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { expect, figure, testOf } from "./page";

const test = testOf("gradients");

const gradients = (page: Page) => figure(page, "gradients");
const button = (page: Page, name: string) =>
  gradients(page).getByRole("button", { name, exact: true });
const unit = (page: Page, sample: number, which: number) =>
  gradients(page).getByRole("switch", {
    name: new RegExp(`^Hidden unit ${which} of sample ${sample}`),
  });
const chosen = (page: Page) => gradients(page).getByRole("radio", { checked: true });
const steps = ["Run forward", "Run backward", "Average", "Take the step"];

async function toTheEnd(page: Page) {
  for (const step of steps) await button(page, step).click();
}

const plain = (text: string) => text.replace("\u2212", "-").replace("+", "");

/** What each box has; and the mean and the new value below them. */
const boxes = async (page: Page) =>
  (await gradients(page).locator("text[data-gradient]").allTextContents()).map(plain);
const sum = async (page: Page, name: "mean" | "next") =>
  plain(await gradients(page).locator(`[data-sum=${name}]`).innerText());

/** Row by row: the weights from f1, with all their digits. */
const cells = async (page: Page, weight: string) =>
  (
    await gradients(page)
      .getByRole("row", { name: new RegExp(`^${weight} `) })
      .getByRole("cell")
      .allInnerTexts()
  ).map((text) => plain(text.split("\n")[0]!));

/** The lesson's network and mini-batch, as the core computes them. */
const computed = (page: Page, p_drop: number, seed: number, rate: number) =>
  page.evaluate(
    ({ p_drop, seed, rate }) => {
      const network = {
        input_p_drop: 0,
        layers: [
          {
            weight: [
              [0.5, 1, -0.5],
              [1, -0.5, 1],
              [-0.5, 1, 1],
              [1, 0.5, 0.5],
            ],
            bias: [0, 0.5, 0, -0.5],
            activation: "relu" as const,
            p_drop,
          },
          { weight: [[1, -0.5, 0.5, 1]], bias: [0.5], activation: "identity" as const, p_drop: 0 },
        ],
      };
      const batch = {
        inputs: [
          [1, 0.6, 0.4],
          [0.5, 1, 0.2],
          [0.8, -0.4, 1],
        ],
        targets: [[2], [1], [0.5]],
        loss: "mean_squared_error" as const,
        keep_masks: window.dropout.keepMasks(network, {
          generator: "torch-intel",
          seed,
          samples: 3,
        }),
      };
      const result = window.dropout.gradients(network, batch);
      const updated = window.dropout.descend(network, result, rate);
      return [0, 1, 2, 3].map((unit) => [
        network.layers[0]!.weight[unit]![0]!,
        ...result.sample_weight_gradients.map((weights) => weights[0]![unit]![0]!),
        result.mean_weight_gradients[0]![unit]![0]!,
        updated.layers[0]!.weight[unit]![0]!,
      ]);
    },
    { p_drop, seed, rate },
  );

const printed = (digits: number) => (value: number, column: number) =>
  value === 0 && column >= 1 && column <= 3
    ? "0"
    : value.toFixed(digits).replace(/^-(0\.0*)$/, "$1");

for (const [p_drop, seed, rate] of [
  [0.5, 42, 0.1],
  [0.2, 7, 0.3],
  [0.8, 5, 0.05],
] as const) {
  test(`every number is the core's, p_drop ${p_drop}`, async ({ alone }) => {
    await gradients(alone).getByText("Settings", { exact: true }).click();
    await gradients(alone)
      .getByRole("textbox", { name: /^p_?drop$/ })
      .fill(String(p_drop));
    await gradients(alone).getByLabel("Seed").fill(String(seed));
    await gradients(alone).getByLabel("Learning rate", { exact: true }).fill(String(rate));
    await gradients(alone).getByText("In numbers").click();
    const rows = await computed(alone, p_drop, seed, rate);
    for (const [i, row] of rows.entries()) {
      await expect.poll(() => cells(alone, `f1 → unit ${i + 1}`)).toEqual(row.map(printed(4)));
    }
    await toTheEnd(alone);
    const [, ...terms] = rows[1]!;
    expect(await boxes(alone)).toEqual(terms.slice(0, 3).map((term, i) => printed(2)(term, i + 1)));
    expect(await sum(alone, "mean")).toBe(printed(3)(terms[3]!, 4));
    expect(await sum(alone, "next")).toBe(printed(3)(terms[4]!, 5));
  });
}

test("it opens at its first step, and shows one thing after the other", async ({ alone }) => {
  const mean = gradients(alone).locator("[data-sum=mean]");
  const output = gradients(alone).locator("svg text", { hasText: /^\?$/ });
  await expect(output).toHaveCount(3);
  await expect(button(alone, "Back")).toHaveAttribute("aria-disabled", "true");
  await button(alone, "Run forward").click();
  await expect(output).toHaveCount(0);
  expect(await boxes(alone)).toEqual([]);
  await button(alone, "Run backward").click();
  expect(await boxes(alone)).toEqual(["0", "-2.05", "0"]);
  await expect(gradients(alone)).toContainText("only sample 2 moves this weight");
  await expect(gradients(alone).locator("svg text", { hasText: "dropped" })).toHaveCount(2);
  await expect(mean).toBeHidden();
  await button(alone, "Average").click();
  await expect(mean).toBeVisible();
  await button(alone, "Back").click();
  await expect(mean).toBeHidden();
});

test("a unit that is switched off gets 0, and so does one whose ReLU is off", async ({ alone }) => {
  await gradients(alone).locator("[data-weight='0/0/0']").dispatchEvent("click");
  await button(alone, "Run forward").click();
  await button(alone, "Run backward").click();
  // Unit 1 is dropped in sample 1, and kept in sample 3, where its ReLU is off.
  const [dropped, kept, off] = await boxes(alone);
  expect([dropped, off]).toEqual(["0", "0"]);
  expect(kept).not.toBe("0");
  await expect(gradients(alone).locator("svg text", { hasText: "ReLU off" })).toHaveCount(1);
  await expect(unit(alone, 2, 1)).toBeChecked();
  await unit(alone, 2, 1).focus();
  await alone.keyboard.press("Enter");
  await expect(unit(alone, 2, 1)).not.toBeChecked();
  await expect(unit(alone, 2, 1)).toBeFocused();
  await expect.poll(() => boxes(alone)).toEqual(["0", "0", "0"]);
  await expect(gradients(alone)).toContainText("no sample moves this weight");
  await expect.poll(() => new URL(alone.url()).search).toContain("gradients.switched=1/0");
});

test("arrow keys move along the connections, and take the focus with them", async ({ alone }) => {
  await chosen(alone).focus();
  await expect(chosen(alone)).toHaveAccessibleName("f1 → unit 2");
  for (const [key, name] of [
    ["ArrowRight", "f2 → unit 2"],
    ["ArrowRight", "f3 → unit 2"],
    ["ArrowRight", "f1 → unit 3"],
    ["ArrowLeft", "f3 → unit 2"],
    ["ArrowDown", "unit 2 → output"],
    ["ArrowRight", "unit 3 → output"],
    ["ArrowUp", "f1 → unit 3"],
  ] as const) {
    await alone.keyboard.press(key);
    await expect(chosen(alone)).toHaveAccessibleName(name);
    await expect(chosen(alone)).toBeFocused();
  }
  await expect(gradients(alone).locator('[role=radio][tabindex="0"]')).toHaveCount(1);
});

test("a weight is checked by finite differences, with the same masks", async ({ alone }) => {
  await gradients(alone).getByText("In numbers").click();
  await gradients(alone).getByRole("button", { name: "f1 → unit 3" }).click();
  await expect(chosen(alone)).toHaveAccessibleName("f1 → unit 3");
  const check = gradients(alone).getByText("Check without backpropagation").locator("xpath=..");
  const [, differences, backpropagated] = await check.locator("strong").allInnerTexts();
  const average = Number((await cells(alone, "f1 → unit 3"))[4]);
  expect(average).not.toBe(0);
  for (const checked of [differences, backpropagated]) {
    expect(Number(plain(checked!))).toBeCloseTo(average, 4);
  }
});

for (const [rate, says] of [
  ["0", "The learning rate is 0, so the weight stays at 1.000."],
  ["0.000001", /The weight goes from 1\.000000\d? to (1\.0000001|1\.000001|0\.999999)/],
  ["1e-300", "The step is too small for a 64-bit number: the weight stays at 1.000."],
] as const) {
  test(`a weight that hardly moves, at rate ${rate}`, async ({ watched }) => {
    await watched.goto(`./?figure=gradients&gradients.rate=${rate}&gradients.step=4`);
    await expect(gradients(watched)).toContainText(says);
  });
}

test("what is clicked while a setting is refused is not kept for later", async ({ alone }) => {
  await gradients(alone).getByText("Settings", { exact: true }).click();
  await toTheEnd(alone);
  const rate = gradients(alone).getByLabel("Learning rate", { exact: true });
  const next = button(alone, "Next mini-batch");
  const before = await sum(alone, "next");
  await rate.fill("-1");
  await expect(rate).toHaveAttribute("aria-invalid", "true");
  await unit(alone, 2, 2).click();
  await expect(next).toHaveAttribute("aria-disabled", "true");
  await rate.fill("0.1");
  await expect(next).toHaveAttribute("aria-disabled", "false");
  await expect(unit(alone, 2, 2)).toBeChecked();
  expect(await sum(alone, "next")).toBe(before);
});

test("each mini-batch starts where the one before ended, switched units included", async ({
  alone,
}) => {
  await gradients(alone).getByText("In numbers").click();
  await unit(alone, 1, 2).click();
  await toTheEnd(alone);
  const first = await cells(alone, "f1 → unit 2");
  await button(alone, "Next mini-batch").click();
  await expect(gradients(alone)).toContainText("Mini-batch 2, after 1 update.");
  await expect(button(alone, "Run forward")).toBeFocused();
  const second = await cells(alone, "f1 → unit 2");
  expect(second[0]).toBe(first.at(-1));
  await expect
    .poll(() => new URL(alone.url()).search)
    .toBe("?figure=gradients&gradients.updates=1&gradients.switched=3/1");
  await alone.reload();
  await gradients(alone).getByText("In numbers").click();
  await expect.poll(() => cells(alone, "f1 → unit 2")).toEqual(second);
  await button(alone, "Start over").click();
  await expect(gradients(alone)).toContainText("The first mini-batch.");
  await expect(unit(alone, 1, 2)).not.toBeChecked();
});

test("on a phone, all of it is on one screen", async ({ alone }) => {
  await alone.setViewportSize({ width: 375, height: 667 });
  await alone.goto("./?figure=gradients&gradients.step=4");
  const bottom = async (selector: string) =>
    (await gradients(alone).locator(selector).boundingBox())!;
  const next = await bottom("[data-sum=next]");
  expect(next.y + next.height).toBeLessThan(0.6 * 667);
  expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  for (const sample of [1, 2, 3]) {
    const { x, width, height } = (await unit(alone, sample, 4).boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(375);
    expect(height).toBeGreaterThanOrEqual(44);
  }
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing at any step, ${theme}`, async ({ watched }) => {
    for (const step of [0, 2, 4]) {
      await watched.goto(`./?figure=gradients&gradients.step=${step}&theme=${theme}`);
      await gradients(watched).getByText("In numbers").click();
      expect(await violations(watched, "figure")).toEqual([]);
    }
  });
}
