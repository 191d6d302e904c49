// What the figure about training looks like, above all where something is wrong.
import type { Page } from "@playwright/test";
import { lowContrast, violations } from "./axe";
import { expect, test } from "./page";
import {
  arm,
  arms,
  field,
  finished,
  open,
  openSettings,
  shownErrors,
  small,
  training,
} from "./training_figure";

test("a run that diverges says so, keeps its curves, and others go on", async ({ watched }) => {
  await open(
    watched,
    `${small}&training.data=wave&training.learningRate=1000&training.updates=all`,
  );
  for (const name of arms) {
    await expect(arm(watched, name).getByRole("alert")).toContainText(/Diverged after \d+ update/);
  }
  await expect(training(watched).locator("svg path.test:not(.later)")).toHaveCount(2);
  await openSettings(watched);
  await field(watched, "Learning rate").fill("0.01");
  await expect(training(watched).getByText(/Diverged/)).toHaveCount(0);
  await finished(watched);
});

test("data without the picture that was chosen have their usual one", async ({ watched }) => {
  await open(watched, `${small}&training.view=confusion`);
  await openSettings(watched);
  await expect(field(watched, "Picture")).toHaveValue("confusion");
  await field(watched, "Data").selectOption("wave");
  await expect(
    arm(watched, "with dropout").getByRole("img", { name: /curve/i }).first(),
  ).toBeVisible();
  await field(watched, "Data").selectOption("moons");
  await expect(arm(watched, "with dropout").getByRole("table")).toBeVisible();
});

test("how many samples there may be follows the data", async ({ watched }) => {
  await open(watched, "training.samples=2000&training.units=4,4");
  await openSettings(watched);
  const samples = field(watched, "Training samples");
  await expect(samples).toHaveAccessibleDescription("");
  await field(watched, "Data").selectOption("digits");
  await expect(samples).toHaveAccessibleDescription(
    "Training samples must be a whole number from 1 to 1796, got 2000",
  );
  await expect(training(watched)).toContainText("These networks are of the earlier settings.");
  await samples.fill("1796");
  await expect(samples).toHaveAccessibleDescription("");
  await expect(arm(watched, "with dropout").getByRole("img", { name: /pixels to/ })).toBeVisible();
});

test("what is wrong is said beside its control, and nothing is lost", async ({ watched }) => {
  await open(watched, `${small}&training.updates=all`);
  await finished(watched);
  const before = await shownErrors(watched, "with dropout");
  await openSettings(watched);
  for (const [label, wrong, right, reason] of [
    [
      "Training samples",
      "0",
      "40",
      /^Training samples must be a whole number from 1 to 5000, got 0$/,
    ],
    ["Training samples", "abc", "40", /^Training samples must be .* got "abc"$/],
    ["p_drop, hidden", "2", "0.2", /^p_drop, hidden must be in \[0, 1\], got 2$/],
    ["Learning rate", "-1", "0.05", /^Learning rate must be .* got -1$/],
    ["Momentum", "1", "0.9", /^Momentum must be .* got 1$/],
    ["Max-norm (0: none)", "-2", "0", /^Max-norm \(0: none\) must be .* got -2$/],
    ["Samples per mini-batch", "0", "20", /^Samples per mini-batch must be .* got 0$/],
    ["Epochs", "2.5", "30", /^Epochs must be a whole number from 1 to 2000, got 2.5$/],
    ["Seed of the data", "-0.5", "1", /^Seed of the data must be .* got -0.5$/],
    ["Seed of the training", "x", "1", /^Seed of the training must be .* got "x"$/],
    ["Units, layer 2", "0", "8", /^Units, layer 2 must be .* got 0$/],
  ] as const) {
    await field(watched, label).fill(wrong);
    await expect(field(watched, label)).toHaveAccessibleDescription(reason);
    await expect.poll(() => shownErrors(watched, "with dropout")).toEqual(before);
    await field(watched, label).fill(right);
    await expect(field(watched, label)).toHaveAccessibleDescription("");
    await expect(training(watched).locator(".outdated")).toHaveCount(0);
    await expect.poll(() => shownErrors(watched, "with dropout")).toEqual(before);
  }
  await finished(watched);
  await expect(training(watched).locator(".outdated")).toHaveCount(0);
  expect(await shownErrors(watched, "with dropout")).toEqual(before);
});

async function expectNoViolations(page: Page) {
  await page.evaluate(() => (document.documentElement.dataset.theme = "light"));
  expect(await violations(page, "figure")).toEqual([]);
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  expect(await lowContrast(page)).toEqual([]);
}

test("axe finds nothing in any state", async ({ watched }) => {
  await open(watched, `${small}&training.updates=5`);
  for (const summary of ["Settings", "More examples", "One update by itself"]) {
    await training(watched).getByText(summary, { exact: true }).click();
  }
  await expect(training(watched)).toContainText("Update 5, by itself");
  await expect(training(watched).getByText(/, 0 dropped, /)).toHaveCount(2);
  await field(watched, "Momentum").fill("2");
  await expect(training(watched)).toContainText("These networks are of the earlier settings.");
  await expect(training(watched).locator(".outdated")).toHaveCount(0);
  await expectNoViolations(watched);
  for (const settings of [
    "training.data=digits&training.epochs=2&training.updates=all&training.view=confusion",
    "training.data=digits&training.epochs=2&training.updates=all&training.view=activations",
    "training.data=wave&training.learningRate=1000&training.updates=all",
  ]) {
    await open(watched, settings);
    await expect(training(watched)).toContainText(/After 2 epochs|Diverged/);
    await expectNoViolations(watched);
  }
});
