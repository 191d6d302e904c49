// What the figure about training looks like, above all where something is wrong.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page";
import {
  arm,
  button,
  field,
  finished,
  open,
  shownErrors,
  small,
  training,
} from "./training_figure";

test("a run that diverges says so, keeps its curves, and others go on", async ({ lesson }) => {
  await open(
    lesson,
    `${small}&training.data=wave&training.learningRate=1000&training.speed=fast&training.updates=all`,
  );
  for (const name of ["Without dropout", "With dropout"]) {
    await expect(arm(lesson, name).getByRole("alert")).toContainText(/Diverged after \d+ update/);
    await expect(arm(lesson, name).locator("svg path.test")).toHaveCount(1);
  }
  await expect(button(lesson, "One update")).toHaveAttribute("aria-disabled", "true");
  await training(lesson).getByText("Networks, learning, seeds").click();
  await field(lesson, "Learning rate").fill("0.01");
  await expect(training(lesson).getByText(/Diverged/)).toHaveCount(0);
  await finished(lesson);
});

test("data without the picture that was chosen have their usual one", async ({ lesson }) => {
  await open(lesson, `${small}&training.view=confusion`);
  const picture = field(lesson, "Picture");
  await expect(picture).toHaveValue("confusion");
  await field(lesson, "Data").selectOption("wave");
  await expect(picture).toHaveValue("picture");
  await expect(
    arm(lesson, "With dropout").getByRole("img", { name: /curve/i }).first(),
  ).toBeVisible();
  await field(lesson, "Data").selectOption("moons");
  await expect(picture).toHaveValue("confusion");
  await expect(arm(lesson, "With dropout").getByRole("table")).toBeVisible();
});

test("how many samples there may be follows the data", async ({ lesson }) => {
  await open(lesson, "training.samples=2000&training.units=4,4");
  const samples = field(lesson, "Training samples");
  await expect(samples).toHaveAccessibleDescription("");
  await field(lesson, "Data").selectOption("digits");
  await expect(samples).toHaveAccessibleDescription(
    "Training samples must be a whole number from 1 to 1796, got 2000",
  );
  await expect(training(lesson)).toContainText("These networks are of the earlier settings.");
  await samples.fill("1796");
  await expect(samples).toHaveAccessibleDescription("");
  await expect(arm(lesson, "With dropout").getByRole("img", { name: /pixels to/ })).toBeVisible();
});

test("what is wrong is said beside its control, and nothing is lost", async ({ lesson }) => {
  test.setTimeout(90_000);
  await open(lesson, `${small}&training.speed=fast&training.updates=all`);
  await finished(lesson);
  const before = await shownErrors(lesson, "With dropout");
  const more = training(lesson).getByText("Networks, learning, seeds");
  await more.click();
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
    await field(lesson, label).fill(wrong);
    await expect(field(lesson, label)).toHaveAccessibleDescription(reason);
    expect(await shownErrors(lesson, "With dropout")).toEqual(before);
    await field(lesson, label).fill(right);
    await expect(field(lesson, label)).toHaveAccessibleDescription("");
    await expect(training(lesson).locator(".outdated")).toHaveCount(0);
    expect(await shownErrors(lesson, "With dropout")).toEqual(before);
  }
  await finished(lesson);
  await expect(training(lesson).locator(".outdated")).toHaveCount(0);
  expect(await shownErrors(lesson, "With dropout")).toEqual(before);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in any state, ${theme}`, async ({ lesson }) => {
    test.setTimeout(120_000);
    const violations = async () => {
      const { violations } = await new AxeBuilder({ page: lesson }).include("figure").analyze();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
      );
    };
    await open(lesson, `${small}&training.updates=5&theme=${theme}`);
    await expect(training(lesson)).toContainText("Update 5, by itself");
    await training(lesson).getByText("Networks, learning, seeds").click();
    await field(lesson, "Momentum").fill("2");
    await expect(training(lesson)).toContainText("These networks are of the earlier settings.");
    await expect(training(lesson).locator(".outdated")).toHaveCount(0);
    expect(await violations()).toEqual([]);
    for (const settings of [
      "training.data=digits&training.epochs=2&training.updates=all&training.view=confusion",
      "training.data=digits&training.epochs=2&training.updates=all&training.view=activations",
      "training.data=wave&training.learningRate=1000&training.updates=all",
    ]) {
      await open(lesson, `${settings}&training.speed=fast&theme=${theme}`);
      await expect(
        training(lesson)
          .getByText(/Train longer|Diverged/)
          .first(),
      ).toBeVisible({ timeout: 30_000 });
      expect(await violations()).toEqual([]);
    }
  });
}

for (const width of [320, 375, 768]) {
  test(`nothing sticks out at ${width} pixels`, async ({ lesson }) => {
    await lesson.setViewportSize({ width, height: 800 });
    for (const settings of [
      `${small}&training.updates=3`,
      "training.data=digits&training.epochs=2&training.updates=all&training.view=confusion",
      "training.data=wave&training.epochs=5&training.updates=all",
    ]) {
      await open(lesson, settings);
      await training(lesson).getByText("Networks, learning, seeds").click();
      const widest = await lesson.evaluate(() => document.documentElement.scrollWidth);
      expect(widest).toBeLessThanOrEqual(width);
    }
  });
}
