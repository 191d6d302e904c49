import type { Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("overfitting");

const overfitting = (page: Page) => figure(page, "overfitting");
const errors = (page: Page) => overfitting(page).locator(".arm strong").allInnerTexts();
const pressed = (page: Page, name: string) =>
  overfitting(page).getByRole("button", { name }).click();

/** The same through the API: test errors without and with dropout, whole and with half of the units off. */
const computed = (page: Page, masks: number) =>
  page.evaluate(async (masks) => {
    const api = window.dropout;
    const generator = "torch" as const;
    const seed = 1;
    const { inputs, targets } = api.planeData({
      generator,
      seed,
      name: "moons",
      samples: 1100,
      noise: 0.2,
    });
    const labels = targets.slice(0, 100);
    const training = {
      inputs: inputs.slice(0, 100),
      targets: api.wrongLabels({ generator, seed, labels, classes: 2, fraction: 0.2 }),
    };
    const test = { inputs: inputs.slice(100), targets: targets.slice(100) };
    const loss = "cross_entropy" as const;
    const networks: ReturnType<typeof api.network>[] = [];
    for (const hidden_p_drop of [0, 0.5]) {
      const session = await api.train({
        generator,
        seed,
        network: api.network({
          generator,
          seed,
          widths: [2, 128, 128, 2],
          hidden_activation: "relu",
          output_activation: "softmax",
          input_p_drop: 0,
          hidden_p_drop,
        }),
        loss,
        training,
        test,
        batch_size: 20,
        learning_rate: 0.05,
        momentum: 0.9,
        learning_rate_decay: 0.99,
        weight_decay: 0,
        max_norm: null,
      });
      await session.step(1500);
      networks.push((await session.snapshot()).network);
      session.dispose();
    }
    const keep = api.keepMasks(networks[1]!, { generator, seed: masks, samples: 1 });
    const half = networks.map((network) => ({
      ...network,
      layers: network.layers.map((layer, l) => ({
        ...layer,
        weight: layer.weight.map((row) =>
          row.map((w, unit) => (l === 0 || keep[l]![0]![unit] === 1 ? w : 0)),
        ),
      })),
    }));
    const error = async (network: (typeof networks)[number]) =>
      `${(100 * (await api.evaluate(network, { ...test, loss })).error!).toFixed(1)}%`;
    return {
      whole: await Promise.all(networks.map(error)),
      half: await Promise.all(half.map(error)),
    };
  }, masks);

test("is trained when it is seen; half of the units can be switched off, and on again", async ({
  alone,
}) => {
  await expect(overfitting(alone).locator("svg[data-picture]")).toHaveCount(2);
  const first = await computed(alone, 1);
  const second = await computed(alone, 2);
  expect(await errors(alone)).toEqual(first.whole);
  await pressed(alone, "Switch off half the units");
  await expect.poll(() => errors(alone)).toEqual(first.half);
  await pressed(alone, "A different half");
  await expect.poll(() => errors(alone)).toEqual(second.half);
  // A link shows the same.
  await expect.poll(() => alone.url()).toContain("overfitting.masks=2");
  await alone.reload();
  await expect.poll(() => errors(alone)).toEqual(second.half);
  await pressed(alone, "Switch all units on");
  await expect.poll(() => errors(alone)).toEqual(first.whole);
});

test("the button that switches units keeps the focus", async ({ watched }) => {
  await watched.goto("./?figure=overfitting&overfitting.epochs=5");
  const button = overfitting(watched).getByRole("button", { name: /^Switch/ });
  await expect(button).toHaveAttribute("aria-disabled", "false");
  await button.focus();
  for (const next of ["Switch all units on", "Switch off half the units"]) {
    await watched.keyboard.press("Enter");
    await expect(button).toHaveText(next);
    await expect(button).toBeFocused();
  }
});

test("bad input is said beside its control, and the pictures stay", async ({ watched }) => {
  await watched.goto("./?figure=overfitting&overfitting.epochs=5");
  await expect(overfitting(watched).locator("svg[data-picture]")).toHaveCount(2);
  await overfitting(watched).getByText("Settings").click();
  const samples = overfitting(watched).getByLabel("Training samples");
  await samples.fill("0");
  await expect(samples).toHaveAccessibleDescription(
    "Training samples must be a whole number from 1 to 5000, got 0",
  );
  await expect(overfitting(watched).locator("svg[data-picture]")).toHaveCount(2);
  await samples.fill("50");
  await expect(samples).toHaveAccessibleDescription("");
});
