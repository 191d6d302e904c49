// A walk through the lesson: at settings that no figure starts with, a sample of the numbers on
// screen is computed once more through the API.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Network } from "../../web/src/api/core/types";
import { expect, figure, readOn, rowsOf, test } from "./page";

const settings = {
  "hook.mask": "12",
  "hook.pDrop": "0.2",
  "why.updates": "3",
  "why.samples": "12",
  "subnetworks.pDrop": "0.2",
  "subnetworks.seed": "5",
  "subnetworks.step": "12",
  "subnetworks.features": "1,-0.5,2",
  "counts.pDrop": "0.8",
  "counts.units": "7,60",
  "counts.seed": "8",
  "layer.pDrop": "0.8",
  "layer.seed": "9",
  "die.rolls": "50",
  "die.seed": "6",
  "scaling.pDrop": "0.8",
  "scaling.value": "2",
  "bugs.pDrop": "0.8",
  "bugs.values": "2,0.5,1.5,-1",
  "bugs.seed": "4",
  "four-subnetworks.pDrop": "0.2",
  "four-subnetworks.x": "0.5",
  "averages.outputActivation": "sigmoid",
  "averages.pDrop": "0.2,0.5",
  "averages.seed": "5",
  "gradients.pDrop": "0.2",
  "gradients.seed": "7",
  "gradients.weight": "0/1/2",
};

/** A true minus sign, as the page writes it. */
const written = (value: number, digits: number) => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "\u2212");
};
const compact = (value: number) => String(Number(value.toPrecision(5))).replace("-", "\u2212");

/** The network document that a figure gives away. */
async function networkOf(page: Page, id: string): Promise<Network> {
  await figure(page, id).getByRole("button", { name: "Share, save" }).click();
  const dialog = page.getByRole("dialog");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "JSON" }).click();
  const document = JSON.parse(await readFile(await (await download).path(), "utf8"));
  await dialog.getByRole("button", { name: "Close" }).click();
  return document;
}

const checks: Record<string, (lesson: Page) => Promise<void>> = {
  hook: async (lesson) => {
    const network = await networkOf(lesson, "hook");
    expect(network.layers[0]!.p_drop).toBe(0.2);
    const { mean, full } = await lesson.evaluate(async (network) => {
      const input = [1, 0.5];
      const drawn = { generator: "torch-intel", seed: 20, samples: 200 } as const;
      // Its masks only switch off.
      const scaled = window.dropout.scaleWeights(network);
      const { running_mean } = await window.dropout.monteCarlo(scaled, input, drawn);
      const { layers } = window.dropout.forward(network, [input]);
      return { mean: running_mean[11]![0]!, full: layers.at(-1)!.activation[0]![0]! };
    }, network);
    const status = `Masks: 12. Mean of their outputs ${written(mean, 2)}, whole network ${written(full, 2)}.`;
    await expect(figure(lesson, "hook").getByRole("status")).toContainText(status);
  },

  why: async (lesson) => {
    const why = figure(lesson, "why");
    await why.scrollIntoViewIfNeeded();
    await expect(why).toContainText("3 of 2,000 updates");
    // The average of the eight is a network of its own.
    const error = await lesson.evaluate(
      (network) => {
        const inputs = Array.from({ length: 33 }, (_, i) => [-4 + i / 4]);
        const targets = inputs.map(([x]) => [x! / 4]);
        const batch = { inputs, targets, loss: "mean_squared_error" } as const;
        const { sample_losses } = window.dropout.gradients(network, batch);
        return sample_losses.reduce((sum, loss) => sum + loss, 0) / 33;
      },
      await networkOf(lesson, "why"),
    );
    await expect(why.getByRole("cell").last()).toHaveText(written(error, 4));
  },

  subnetworks: async (lesson) => {
    const network = await networkOf(lesson, "subnetworks");
    const outputs = await lesson.evaluate((network) => {
      const drawn = { generator: "numpy", seed: 5, samples: 4 } as const;
      const keep_masks = window.dropout.keepMasks(network, drawn);
      const inputs = keep_masks[1]!.map(() => [1, -0.5, 2]);
      // Its masks only switch off; what they would scale by is told later in the lesson.
      network.layers[0]!.p_drop = 0;
      return window.dropout.forward(network, inputs, { keep_masks }).layers[1]!.activation.flat();
    }, network);
    for (const [s, output] of outputs.entries()) {
      const sample = figure(lesson, "subnetworks").getByTestId(`sample-${s + 1}`);
      await expect(sample.locator("strong")).toHaveText(written(output, 2));
    }
  },

  counts: async (lesson) => {
    for (const units of [7, 60]) {
      const drawn = await lesson.evaluate(
        (units) =>
          window.dropout.droppedUnits({
            generator: "torch-intel",
            seed: 8,
            p_drop: 0.8,
            units,
            trials: 1000,
          }),
        units,
      );
      const counts = figure(lesson, "counts");
      await expect(counts).toContainText(`fewest ${drawn.smallest}, most ${drawn.largest}`);
      await expect(counts).toContainText(`${compact(drawn.mean_dropped!)} of ${units}`);
      await expect(counts).toContainText(`in ${drawn.none_kept} of 1,000 masks`);
    }
  },

  layer: async (lesson) => {
    const { dropped_output } = await lesson.evaluate(() =>
      window.dropout.layer({
        generator: "torch-intel",
        seed: 9,
        inputs: 3,
        outputs: 4,
        samples: 5,
        p_drop: 0.8,
      }),
    );
    const table = figure(lesson, "layer").getByRole("table", { name: "With dropout", exact: true });
    const printed = (value: number) => (Object.is(value, -0) ? "-" : "") + value.toFixed(4);
    expect(await rowsOf(table)).toEqual(dropped_output.map((row) => row.map(printed).join(" ")));
  },

  die: async (lesson) => {
    const mean = await lesson.evaluate(() =>
      window.dropout
        .dieRolls({ generator: "torch-intel", seed: 6, sides: 6, rolls: 50 })
        .running_mean.at(-1)!,
    );
    await expect(figure(lesson, "die")).toContainText(`mean of 50 rolls: ${compact(mean)}`);
  },

  scaling: async (lesson) => {
    const { expected_training, test: atTest } = await lesson.evaluate(() =>
      window.dropout.scaling({
        rule: "none",
        activations: [2],
        p_drop: 0.8,
        generator: "torch-intel",
        seed: 4,
        samples: 1,
      }),
    );
    const result = (line: string) =>
      figure(lesson, "scaling").locator(`[data-line=${line}] .numbers .result`);
    await expect(result("test")).toHaveText(atTest[0]!.toFixed(2));
    await expect(result("unscaled")).toHaveText(expected_training[0]!.toFixed(2));
  },

  bugs: async (lesson) => {
    for (const rule of ["inverted", "inverted-by-p-drop"] as const) {
      const { expected_training, test: atTest } = await lesson.evaluate(
        (rule) =>
          window.dropout.scaling({
            rule,
            activations: [2],
            p_drop: 0.8,
            generator: "torch-intel",
            seed: 4,
            samples: 100,
          }),
        rule,
      );
      await expect(figure(lesson, "bugs")).toContainText(
        `Training averages ${compact(expected_training[0]!)}, test time gives ${compact(atTest[0]!)}.`,
      );
    }
  },

  "four subnetworks": async (lesson) => {
    const network = await networkOf(lesson, "four-subnetworks");
    const { probability, output, full } = await lesson.evaluate(
      (network) => ({
        ...window.dropout.subnetworks(network, [0.5]),
        full: window.dropout.forward(network, [[0.5]]).layers[1]!.activation[0]![0]!,
      }),
      network,
    );
    const average = probability.reduce((sum, p, s) => sum + p * output[s]![0]!, 0);
    expect(average).toBeCloseTo(full, 12);
    await expect(figure(lesson, "four-subnetworks").getByRole("status")).toContainText(
      new RegExp(`^Average ${compact(average)}0*,`),
    );
  },

  averages: async (lesson) => {
    const network = await networkOf(lesson, "averages");
    expect(network.layers[0]!.p_drop).toBe(0.2);
    const input = await figure(lesson, "averages")
      .getByRole("slider", { name: /^Input x/ })
      .evaluateAll((sliders) => sliders.map(({ ariaValueNow }) => Number(ariaValueNow)));
    await figure(lesson, "averages").locator("summary").filter({ hasText: "Compare" }).click();
    const average = await lesson.evaluate(
      ([network, input]) => window.dropout.average(network, input),
      [network, input] as const,
    );
    for (const [name, value] of [
      ["A average", average.arithmetic_mean[0]!],
      ["G their", average.normalized_geometric_mean![0]!],
      ["S scaled", average.scaled_full_network[0]!],
    ] as const) {
      const row = figure(lesson, "averages").getByRole("row", { name: new RegExp(`^${name}`) });
      const [shown] = (await row.getByRole("cell").last().innerText()).match(/[\d.]+/)!;
      const digits = shown.split(".")[1]!.length;
      expect(digits).toBeGreaterThanOrEqual(4);
      expect(shown).toBe(Math.abs(value).toFixed(digits));
    }
  },

  gradients: async (lesson) => {
    const network = await networkOf(lesson, "gradients");
    const { terms, mean, next } = await lesson.evaluate((network) => {
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
          seed: 7,
          samples: 3,
        }),
      };
      const gradients = window.dropout.gradients(network, batch);
      return {
        terms: gradients.sample_weight_gradients.map((weights) => weights[0]![1]![2]!),
        mean: gradients.mean_weight_gradients[0]![1]![2]!,
        next: window.dropout.descend(network, gradients, 0.1).layers[0]!.weight[1]![2]!,
      };
    }, network);
    await figure(lesson, "gradients").getByText("In numbers").click();
    const row = figure(lesson, "gradients").getByRole("row", { name: /^f3 → unit 2 / });
    const cells = (await row.getByRole("cell").allInnerTexts()).map((cell) => cell.split("\n")[0]);
    expect(cells.slice(1)).toEqual([
      ...terms.map((term) => (term === 0 ? "0" : written(term, 4))),
      written(mean, 4),
      written(next, 4),
    ]);
  },
};

test("each figure's numbers are the API's, with settings for all in one address", async ({
  watched,
}) => {
  test.slow(); // it looks at ten figures
  await watched.goto(`./?${new URLSearchParams(settings)}`);
  await readOn(watched);
  for (const [name, check] of Object.entries(checks)) {
    await test.step(name, () => check(watched));
  }
});
