import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { TrainingState } from "../../web/src/dropout";
import { expect, figure, test } from "./page";

const training = (page: Page) => figure(page, "training");
const button = (page: Page, name: string) =>
  training(page).getByRole("button", { name, exact: true });
const field = (page: Page, label: string) => training(page).getByLabel(label, { exact: true });
const arm = (page: Page, name: string) => training(page).getByRole("region", { name, exact: true });
const shownErrors = async (page: Page, name: string) =>
  (await arm(page, name).locator("dd").allInnerTexts()).map((text) => text.trim());

/** A run that takes a moment: the figure alone, with its settings in the address. */
const network = "training.samples=40&training.units=16,8&training.pDrop=0.2";
const small = `${network}&training.epochs=30`;

async function open(page: Page, settings: string) {
  await page.goto(`./?figure=training&${settings}`);
  await expect(arm(page, "With dropout")).toBeVisible();
}

const finished = (page: Page) =>
  expect(button(page, "Train longer")).toBeVisible({ timeout: 30_000 });

/** What the API makes of the same settings: the states of both networks after these updates. */
function computed(page: Page, updates: number[], p_drop = 0.2) {
  return page.evaluate(
    async ({ updates, p_drop }) => {
      const { dropout } = window;
      const seeded = { generator: "torch", seed: 1 } as const;
      const data = dropout.planeData({ ...seeded, name: "moons", samples: 1040, noise: 0.2 });
      const labels = dropout.wrongLabels({
        ...seeded,
        labels: data.targets.slice(0, 40),
        classes: 2,
        fraction: 0.2,
      });
      const states: TrainingState[][] = [];
      for (const hidden_p_drop of [0, p_drop]) {
        const session = await dropout.train({
          ...seeded,
          network: dropout.network({
            ...seeded,
            widths: [2, 16, 8, 2],
            hidden_activation: "relu",
            output_activation: "softmax",
            input_p_drop: 0,
            hidden_p_drop,
          }),
          loss: "cross_entropy",
          training: { inputs: data.inputs.slice(0, 40), targets: labels },
          test: { inputs: data.inputs.slice(40), targets: data.targets.slice(40) },
          batch_size: 20,
          learning_rate: 0.05,
          momentum: 0.9,
          learning_rate_decay: 0.99,
          weight_decay: 0,
          max_norm: null,
        });
        let made = 0;
        const all: TrainingState[] = [];
        for (const wanted of updates) {
          all.push(await session.step(wanted - made));
          made = wanted;
        }
        session.dispose();
        states.push(all);
      }
      return states;
    },
    { updates, p_drop },
  );
}

const percent = (fraction: number) => `${(100 * fraction).toFixed(1)} %`;

test("the curves, with all their digits, are the API's", async ({ lesson }) => {
  await open(lesson, `${small}&training.speed=fast&training.updates=all`);
  await finished(lesson);
  const all = Array.from({ length: 31 }, (_, epoch) => 2 * epoch);
  const states = await computed(lesson, all);
  for (const [i, name] of ["Without dropout", "With dropout"].entries()) {
    const last = states[i]!.at(-1)!;
    expect(await shownErrors(lesson, name)).toEqual([
      percent(last.training.error!),
      percent(last.test.error!),
    ]);
  }
  await button(lesson, "Share, save").click();
  for (const [i, name] of ["without", "with"].entries()) {
    const download = lesson.waitForEvent("download");
    await lesson
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: `${name}-dropout-curves` })
      .getByRole("button", { name: "CSV" })
      .click();
    const text = await readFile(await (await download).path(), "utf8");
    const rows = text.trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").map(Number))).toEqual(
      states[i]!.map((state) => [
        state.updates,
        state.updates / 2,
        state.learning_rate,
        state.training.loss,
        state.test.loss,
        state.training.error,
        state.test.error,
      ]),
    );
  }
});

test("play, pause, one update, start over", async ({ lesson }) => {
  await open(lesson, `${network}&training.epochs=2000`);
  const untrained = await shownErrors(lesson, "With dropout");
  await button(lesson, "Train").click();
  await expect(training(lesson)).toContainText(/Epoch [1-9]/);
  await button(lesson, "Pause").click();
  await expect(button(lesson, "Go on")).toBeVisible();
  const stoppedAt = Number(
    /update ([\d,]+)/.exec(await training(lesson).innerText())![1]!.replace(",", ""),
  );
  await lesson.waitForTimeout(300);
  await expect(training(lesson)).toContainText(`update ${stoppedAt.toLocaleString("en-US")}`);
  await button(lesson, "One update").click();
  const next = (stoppedAt + 1).toLocaleString("en-US");
  await expect(training(lesson)).toContainText(`update ${next}`);
  await expect(training(lesson)).toContainText(`Update ${stoppedAt + 1}, by itself`);
  await button(lesson, "Start over").click();
  await expect(training(lesson)).toContainText("Epoch 0 of 2,000, update 0");
  expect(await shownErrors(lesson, "With dropout")).toEqual(untrained);
});

test("one update shows its own masks and gradients", async ({ lesson }) => {
  await open(lesson, `${small}&training.updates=4`);
  const update = training(lesson).getByRole("region", { name: "Update 4, by itself" });
  await expect(update).toBeVisible();
  const expected = await lesson.evaluate(async () => {
    const { dropout } = window;
    const seeded = { generator: "torch", seed: 1 } as const;
    const data = dropout.planeData({ ...seeded, name: "moons", samples: 1040, noise: 0.2 });
    const inputs = data.inputs.slice(0, 40);
    const targets = dropout.wrongLabels({
      ...seeded,
      labels: data.targets.slice(0, 40),
      classes: 2,
      fraction: 0.2,
    });
    const session = await dropout.train({
      ...seeded,
      network: dropout.network({
        ...seeded,
        widths: [2, 16, 8, 2],
        hidden_activation: "relu",
        output_activation: "softmax",
        input_p_drop: 0,
        hidden_p_drop: 0.2,
      }),
      loss: "cross_entropy",
      training: { inputs, targets },
      test: { inputs, targets },
      batch_size: 20,
      learning_rate: 0.05,
      momentum: 0.9,
      learning_rate_decay: 0.99,
      weight_decay: 0,
      max_norm: null,
    });
    await session.step(3);
    const { samples, keep_masks } = await session.nextBatch();
    const { network } = await session.snapshot();
    session.dispose();
    const { sample_bias_gradients } = dropout.gradients(network, {
      inputs: samples.map((sample) => inputs[sample]!),
      targets: samples.map((sample) => targets[sample]!),
      loss: "cross_entropy",
      keep_masks,
    });
    return [0, 1].map((layer) => {
      const mask = keep_masks[layer + 1]!;
      const dropped = mask.flat().filter((keep) => keep === 0).length;
      const zero = sample_bias_gradients.flatMap((biases, s) =>
        biases[layer]!.filter((gradient, u) => gradient === 0 && mask[s]![u] === 1),
      ).length;
      return { all: mask.flat().length, dropped, zero };
    });
  });
  const cells = (all: number, dropped: number, zero: number) =>
    `Of ${all} cells, ${dropped} dropped, ${zero} with gradient 0, ${all - dropped - zero} that learn.`;
  for (const { all, dropped, zero } of expected) {
    expect(dropped).toBeGreaterThan(0);
    await expect(update).toContainText(cells(all, dropped, zero));
  }
  // Without dropout, nothing is dropped.
  await expect(update.getByText(/, 0 dropped, /)).toHaveCount(2);
});

test("a link, and the way back and forward, come to the same networks", async ({ lesson }) => {
  await open(lesson, `${small}&training.speed=fast`);
  await button(lesson, "One update").click();
  await expect.poll(() => new URL(lesson.url()).search).toContain("training.updates=1");
  await button(lesson, "Go on").click();
  await finished(lesson);
  await expect.poll(() => new URL(lesson.url()).search).toContain("training.updates=all");
  const trained = await shownErrors(lesson, "With dropout");
  await lesson.goBack();
  await expect(training(lesson)).toContainText("Epoch 0 of 30, update 1");
  await lesson.goForward();
  await finished(lesson);
  expect(await shownErrors(lesson, "With dropout")).toEqual(trained);
  await lesson.reload();
  await finished(lesson);
  expect(await shownErrors(lesson, "With dropout")).toEqual(trained);
});

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
    ["p_drop, hidden", "1", "0.2", /^p_drop, hidden must be in \[0, 1\), got 1$/],
    ["Learning rate", "-1", "0.05", /^Learning rate must be .* got -1$/],
    ["Momentum", "1", "0.9", /^Momentum must be .* got 1$/],
    ["Max-norm (0: none)", "-2", "0", /^Max-norm \(0: none\) must be .* got -2$/],
    ["Samples per mini-batch", "0", "20", /^Samples per mini-batch must be .* got 0$/],
    ["Epochs", "2.5", "30", /^Epochs must be a whole number from 1 to 2000, got 2.5$/],
    ["Seed of the data", "-1", "1", /^Seed of the data must be .* got -1$/],
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

test("the digits are fetched when they are needed, and classified as the API does", async ({
  lesson,
}) => {
  const requests: string[] = [];
  lesson.on("request", (request) => requests.push(request.url()));
  const fetched = () => requests.filter((url) => url.includes("digits"));
  await open(lesson, "training.speed=fast&training.epochs=3&training.updates=all");
  await finished(lesson);
  expect(fetched()).toEqual([]);
  await field(lesson, "Data").selectOption("digits");
  await expect(arm(lesson, "With dropout").getByRole("img", { name: /48 of 128/ })).toBeVisible();
  expect(fetched()).toHaveLength(1);
  await finished(lesson);
  await field(lesson, "Picture").selectOption("confusion");
  const table = arm(lesson, "With dropout").getByRole("table");
  const counts = (await table.locator("tbody td").allInnerTexts()).map(Number);
  expect(counts).toHaveLength(100);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1697);
  const right = counts.filter((_, i) => i % 11 === 0).reduce((sum, count) => sum + count, 0);
  expect((await shownErrors(lesson, "With dropout"))[1]).toBe(percent(1 - right / 1697));
  await field(lesson, "Picture").selectOption("activations");
  await expect(arm(lesson, "With dropout")).toContainText("of all activations are 0");
});

test("training goes on after its workers have died", async ({ page }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
    };
  });
  await open(page, `${network}&training.epochs=1000&training.updates=all`);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
  await page.evaluate(() => {
    for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
  });
  const again = button(page, "Train again to here");
  await expect(again).toBeVisible();
  await expect(arm(page, "With dropout").locator("svg path.test").first()).toBeVisible();
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
});

test("by keyboard alone", async ({ lesson }) => {
  await open(lesson, small);
  await button(lesson, "Train").focus();
  await lesson.keyboard.press("Tab");
  await expect(button(lesson, "One update")).toBeFocused();
  await lesson.keyboard.press("Enter");
  await expect(training(lesson)).toContainText("Update 1, by itself");
  await expect(button(lesson, "One update")).toBeFocused();
});

test("an example sets everything, and stays marked while it is trained", async ({ lesson }) => {
  await open(lesson, small);
  await expect(training(lesson)).toContainText("Your own settings");
  await button(lesson, "Moons").click();
  await expect(button(lesson, "Moons")).toHaveAttribute("aria-pressed", "true");
  await expect(field(lesson, "Training samples")).toHaveValue("100");
  await button(lesson, "One update").click();
  await expect(training(lesson)).toContainText("Epoch 0 of 300, update 1");
  await expect(button(lesson, "Moons")).toHaveAttribute("aria-pressed", "true");
});

test("the prediction's answer comes from training", async ({ lesson }) => {
  const form = lesson
    .locator("section", { has: lesson.locator("#training-question") })
    .locator("form");
  await form.getByLabel("with dropout, on both").check();
  await form.getByRole("button", { name: "Run it" }).click();
  await expect(form.getByRole("status")).toContainText(
    /^No\. Without dropout: [\d.]+ % wrong on the training points, [\d.]+ % on 1,000 new ones\. With dropout: /,
    { timeout: 30_000 },
  );
  await expect(form.locator("label.right")).toContainText("with dropout on new ones");
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
    await expect(training(lesson).locator("[aria-busy]")).toHaveCSS("opacity", "1");
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
