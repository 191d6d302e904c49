import type { Locator, Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("gradients");

const gradients = (page: Page) => figure(page, "gradients");
const cells = async (page: Page, weight: string) =>
  (
    await gradients(page)
      .getByRole("row", { name: new RegExp(`^${weight} `) })
      .getByRole("cell")
      .allInnerTexts()
  ).map((text) => text.split("\n")[0]!.replace("\u2212", "-"));

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

const printed = (value: number, column: number) =>
  value === 0 && column >= 1 && column <= 3 ? "0" : value.toFixed(4).replace("-0.0000", "0.0000");

for (const [p_drop, seed, rate] of [
  [0.4, 3, 0.1],
  [0.2, 7, 0.3],
  [0.8, 5, 0.05],
] as const) {
  test(`every number is the core's, p_drop ${p_drop}`, async ({ alone }) => {
    await gradients(alone).getByLabel("p_drop", { exact: true }).fill(String(p_drop));
    await gradients(alone).getByLabel("Seed").fill(String(seed));
    await gradients(alone).getByLabel("Learning rate", { exact: true }).fill(String(rate));
    const rows = await computed(alone, p_drop, seed, rate);
    for (const [unit, row] of rows.entries()) {
      await expect.poll(() => cells(alone, `f1 → unit ${unit + 1}`)).toEqual(row.map(printed));
    }
  });
}

test("a dropped unit gets 0 from its sample, and says why", async ({ alone }) => {
  const sample = gradients(alone).getByRole("region", { name: "Sample 1 of the mini-batch" });
  const unit = sample.getByRole("switch", { name: /Hidden unit 1/ });
  await expect(unit).toBeChecked();
  expect((await cells(alone, "f1 → unit 1"))[1]).not.toBe("0");
  await unit.focus();
  await alone.keyboard.press("Enter");
  await expect.poll(async () => (await cells(alone, "f1 → unit 1"))[1]).toBe("0");
  await expect(gradients(alone).getByRole("row", { name: /^f1 → unit 1 / })).toContainText(
    "dropped",
  );
  await expect.poll(() => new URL(alone.url()).search).toContain("gradients.switched=0/0");
});

test("a connection that is clicked is looked at, and checked by finite differences", async ({
  alone,
}) => {
  await gradients(alone).getByLabel("Look at the weight").selectOption("unit 3 → output");
  await expect(gradients(alone).getByRole("button", { name: "unit 3 → output" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const sample = gradients(alone).getByRole("region", { name: "Sample 1 of the mini-batch" });
  const centre = (circle: Locator) =>
    circle.evaluate((node) => [node.getAttribute("cx"), node.getAttribute("cy")]);
  const [x1, y1] = await centre(sample.locator("circle").first());
  const [x2, y2] = await centre(sample.getByRole("switch").first().locator("circle"));
  await sample.locator(`line.target[x1="${x1}"][y1="${y1}"][x2="${x2}"][y2="${y2}"]`).click();
  await expect(gradients(alone).getByLabel("Look at the weight")).toHaveValue("0/0/0");
  await expect(gradients(alone).getByRole("button", { name: "f1 → unit 1" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const check = gradients(alone).getByText("Check, without backpropagation").locator("xpath=..");
  const [, differences, backpropagated] = await check.locator("strong").allInnerTexts();
  const average = Number((await cells(alone, "f1 → unit 1"))[4]);
  expect(average).not.toBe(0);
  for (const checked of [differences, backpropagated]) {
    expect(Number(checked!.replace("\u2212", "-"))).toBeCloseTo(average, 4);
  }
});

test("what is clicked while a setting is refused is not kept for later", async ({ alone }) => {
  const rate = gradients(alone).getByLabel("Learning rate", { exact: true });
  const unit = gradients(alone)
    .getByRole("switch", { name: /Hidden unit 1/ })
    .first();
  const apply = gradients(alone).getByRole("button", { name: "Apply the update" });
  const before = await cells(alone, "f1 → unit 1");
  await rate.fill("-1");
  await expect(rate).toHaveAttribute("aria-invalid", "true");
  await unit.click();
  await expect(apply).toHaveAttribute("aria-disabled", "true");
  await rate.fill("0.1");
  await expect(apply).toHaveAttribute("aria-disabled", "false");
  await expect(unit).toBeChecked();
  expect(await cells(alone, "f1 → unit 1")).toEqual(before);
});

test("updates follow one another, draw new masks, and come back from a link", async ({ alone }) => {
  const first = await cells(alone, "f1 → unit 1");
  await gradients(alone).getByRole("button", { name: "Apply the update" }).click();
  await expect(gradients(alone)).toContainText("After 1 update.");
  const second = await cells(alone, "f1 → unit 1");
  expect(second[0]).toBe(first.at(-1));
  await expect
    .poll(() => new URL(alone.url()).search)
    .toBe("?figure=gradients&gradients.updates=1");
  await alone.reload();
  await expect.poll(() => cells(alone, "f1 → unit 1")).toEqual(second);
  await gradients(alone).getByRole("button", { name: "Start over" }).click();
  await expect.poll(() => cells(alone, "f1 → unit 1")).toEqual(first);
});

test("steps reveal one thing after the other", async ({ alone }) => {
  const average = gradients(alone).getByRole("columnheader", { name: "average" });
  await expect(average).toBeVisible();
  await gradients(alone).getByRole("button", { name: "Step through" }).click();
  await expect(average).toBeHidden();
  for (let i = 0; i < 3; ++i) await gradients(alone).getByRole("button", { name: "Next" }).click();
  await expect(average).toBeVisible();
});

test("steps are taken by keyboard, to the last and from it again", async ({ alone }) => {
  const button = (name: string) => gradients(alone).getByRole("button", { name });
  await button("Step through").focus();
  await alone.keyboard.press("Enter");
  await expect(button("Show all")).toBeFocused();
  await alone.keyboard.press("Shift+Tab");
  for (let i = 0; i < 4; ++i) await alone.keyboard.press("Enter");
  await expect(gradients(alone)).toContainText("5. The update");
  await expect(button("Next")).toBeFocused();
  await expect(button("Next")).toHaveAttribute("aria-disabled", "true");
});
