// What the tests of the figures that look into trained networks share.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { figure } from "./page";

/** Quick to train, and far from perfect. */
export const small = { samples: 200, wrongLabels: 0.3, inputPDrop: 0, epochs: 4 };

export const address = (id: string, settings: Record<string, string | number>) =>
  `./?figure=${id}&${Object.entries({ ...small, ...settings })
    .map(([name, value]) => `${id}.${name}=${value}`)
    .join("&")}`;

export interface Recipe {
  pDrop: number;
  seed: number;
}

/** What the figures say that they do, through the API: a network, its errors, what they ask of it. */
export function throughTheApi(page: Page, { pDrop, seed }: Recipe) {
  return page.evaluate(
    async ({ pDrop, seed, samples, wrongLabels, inputPDrop, epochs }) => {
      const { dropout } = window;
      const generator = "torch" as const;
      const all = await dropout.digits();
      const order = dropout.permutation({ generator, seed: 1, samples: all.inputs.length });
      const inputs = order.map((i) => all.inputs[i]!);
      const labels = order.map((i) => all.targets[i]!);
      const targets = dropout.wrongLabels({
        generator,
        seed: 1,
        labels: labels.slice(0, samples),
        classes: 10,
        fraction: wrongLabels,
      });
      const test = { inputs: inputs.slice(samples), targets: labels.slice(samples) };
      const session = await dropout.train({
        network: dropout.network({
          generator,
          seed,
          widths: [64, 128, 128, 10],
          hidden_activation: "relu",
          output_activation: "softmax",
          input_p_drop: inputPDrop,
          hidden_p_drop: pDrop,
        }),
        loss: "cross_entropy",
        training: { inputs: inputs.slice(0, samples), targets },
        test,
        batch_size: 32,
        learning_rate: 0.05,
        momentum: 0.9,
        learning_rate_decay: 1,
        weight_decay: 0,
        max_norm: null,
        generator,
        seed,
      });
      const state = await session.step(epochs * Math.ceil(samples / 32));
      const { network } = await session.snapshot();
      session.dispose();
      const image = test.inputs[0]!;
      const masks = { generator, seed: 2014 };
      const outputs = await dropout.sampledOutputs(network, image, { ...masks, samples: 500 });
      return {
        training: state.training.error!,
        test: state.test.error!,
        ensemble: await dropout.monteCarloEvaluation(
          network,
          { ...test, loss: "cross_entropy" },
          { ...masks, subnetworks: 20, repeats: 5 },
        ),
        label: test.targets[0]!,
        full: dropout.forward(network, [image]).layers.at(-1)!.activation[0]!,
        spread: dropout.outputSpread(outputs),
      };
    },
    { pDrop, seed, ...small },
  );
}

export async function csvOf(page: Page, id: string, table: string): Promise<string[][]> {
  await figure(page, id).getByRole("button", { name: "Share, save" }).click();
  const row = page.getByRole("dialog").getByRole("listitem").filter({ hasText: table });
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  return text
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
}

export const button = (page: Page, id: string, name: string | RegExp) =>
  figure(page, id).getByRole("button", { name });
