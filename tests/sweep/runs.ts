// The networks whose results the page ships: scripts/runs.mjs trains them.
import type { Network } from "../../web/src/api/core/types";
import { load, type Dropout } from "../../web/src/api/dropout";
import { ensembleOf, isAsGood } from "../../web/src/figures/trained_averages/ensemble";
import { networkOf, type TrainedNetwork } from "../../web/src/figures/networks/network";
import { fair, type Recipe } from "../../web/src/figures/networks/recipe";
import { averagedRecipe } from "../../web/src/figures/trained_averages/recipe";
import { usual as usualLine, maxUpdates } from "../../web/src/figures/why/networks";
import { trainTo } from "../../web/src/figures/why/training";
import { halfOff, moons, pairOf } from "../../web/src/figures/overfitting/pair";

export { load };

type Say = (line: string) => void;
type Changes = Partial<Recipe>;

const seedsTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

/** Of all hidden units, those that output 0 for every training sample. */
function deadUnits(dropout: Dropout, { network, task }: TrainedNetwork): number {
  const hidden = dropout.forward(network, task.options.training.inputs).layers.slice(0, -1);
  const dead = hidden.flatMap(({ activation }) =>
    activation[0]!.filter((_, unit) => activation.every((sample) => sample[unit] === 0)),
  );
  return dead.length;
}

/** As at test time if training had not scaled what its masks keep: every layer after them is too loud. */
const unscaled = (network: Network): Network => ({
  ...network,
  layers: network.layers.map((layer, l) => {
    const pKeep = 1 - (l === 0 ? network.input_p_drop : network.layers[l - 1]!.p_drop);
    return { ...layer, weight: layer.weight.map((row) => row.map((weight) => weight / pKeep)) };
  }),
});

/** How many samples a network gets wrong, and its mean cross-entropy. */
function judge(dropout: Dropout, network: Network, inputs: number[][], labels: number[]) {
  const { pre_activation: logits } = dropout.forward(network, inputs).layers.at(-1)!;
  let wrong = 0;
  let loss = 0;
  logits.forEach((of, sample) => {
    const largest = Math.max(...of);
    const label = labels[sample]!;
    if (of[label] !== largest) ++wrong;
    loss += Math.log(of.reduce((sum, z) => sum + Math.exp(z - largest), 0)) + largest - of[label]!;
  });
  return { wrong, loss: loss / inputs.length };
}

interface Run extends Changes {
  training: number[];
  test: number[];
  dead?: number[];
}

/**
 * For each change of a recipe and each seed: how many training and test samples the network gets
 * wrong, and where wanted how many of its hidden units are dead.
 */
function errors(
  name: string,
  recipe: Recipe,
  changes: Changes[],
  seeds: number[],
  countsDead = false,
) {
  return async (dropout: Dropout, say: Say) => {
    const runs: Run[] = [];
    const samples = { training: 0, test: 0 };
    for (const change of changes) {
      const run: Run = { ...change, training: [], test: [], ...(countsDead && { dead: [] }) };
      for (const seed of seeds) {
        const trained = await networkOf(dropout, { ...recipe, ...change, seed }, {});
        const { state, task } = trained;
        if (state.diverged) throw new Error(`diverged: ${JSON.stringify({ ...change, seed })}`);
        for (const data of ["training", "test"] as const) {
          samples[data] = task.options[data]!.inputs.length;
          run[data].push(Math.round(state[data].error! * samples[data]));
        }
        run.dead?.push(deadUnits(dropout, trained));
      }
      say(JSON.stringify(run));
      runs.push(run);
    }
    const varied = ["seed", ...Object.keys(changes[0]!)];
    const shared = Object.fromEntries(Object.entries(recipe).filter(([n]) => !varied.includes(n)));
    return { command: `node scripts/runs.mjs ${name}`, recipe: shared, seeds, samples, runs };
  };
}

const each = (pDrops: number[], change: Changes = {}): Changes[] =>
  pDrops.map((pDrop) => ({ pDrop, ...change }));
const tenths = Array.from({ length: 10 }, (_, i) => i / 10);
const wide = (units: number): Changes => ({ units: [units, units] });

export const tables = {
  wrong_labels: errors("wrong_labels", fair, each(tenths), seedsTo(10)),
  right_labels: errors("right_labels", { ...fair, wrongLabels: 0 }, each(tenths), seedsTo(10)),
  inputs: errors(
    "inputs",
    { ...fair, pDrop: 0.5 },
    [0, 0.1, 0.2, 0.5].map((inputPDrop) => ({ inputPDrop })),
    seedsTo(10),
  ),
  units: errors(
    "units",
    fair,
    [
      ...each([0.2, 0.3, 0.4, 0.5, 0.6], wide(32)),
      ...each([0.5, 0.6, 0.7, 0.8], wide(128)),
      ...each([0.6, 0.7, 0.8], wide(256)),
    ],
    seedsTo(5),
  ),
  dead_units: errors(
    "dead_units",
    { ...fair, pDrop: 0.9 },
    [{ epochs: 150 }, { epochs: 40, learningRate: 0.05 }],
    seedsTo(5),
    true,
  ),

  /** How many subnetworks are as good as scaling, and how many test samples they get wrong. */
  async trained_averages(dropout: Dropout, say: Say) {
    const runs = [];
    for (const seed of seedsTo(10)) {
      const trained = await networkOf(dropout, { ...averagedRecipe, seed }, {});
      const evaluation = await ensembleOf(dropout, { trained, subnetworks: 100 }, {});
      const { mean_error, scaling_error } = evaluation;
      const first = isAsGood(evaluation).indexOf(true) + 1;
      const { test } = trained.task.options;
      // A mean of five runs.
      const wrong = (error: number) => Math.round(5 * error * test!.inputs.length) / 5;
      const run = {
        seed,
        asGoodFrom: first || null,
        scaling: wrong(scaling_error),
        one: wrong(mean_error[0]!),
        hundred: wrong(mean_error.at(-1)!),
      };
      say(JSON.stringify(run));
      runs.push(run);
    }
    return { command: "node scripts/runs.mjs trained_averages", recipe: averagedRecipe, runs };
  },

  /** Two networks on moons, whole and with half of their units switched off. */
  async overfitting(dropout: Dropout, say: Say) {
    const runs = [];
    for (const seed of seedsTo(10)) {
      const pair = await pairOf(dropout, { ...moons, seed, dataSeed: seed }, {});
      const masked: Record<"without" | "with", number>[] = [];
      for (const masks of seedsTo(10)) masked.push(await halfOff(dropout, pair, masks));
      const mean = (arm: "without" | "with") =>
        masked.reduce((sum, errors) => sum + errors[arm], 0) / masked.length;
      const run = {
        seed,
        whole: { without: pair.without.state.test.error!, with: pair.with.state.test.error! },
        half: { without: mean("without"), with: mean("with") },
      };
      say(JSON.stringify(run));
      runs.push(run);
    }
    return { command: "node scripts/runs.mjs overfitting", recipe: moons, runs };
  },

  /** What networks with dropout get wrong, and their loss, as they are and with values not scaled. */
  async forgotten(dropout: Dropout, say: Say) {
    const recipe: Recipe = { ...fair, wrongLabels: 0, pDrop: 0.5 };
    const runs = [];
    for (const seed of seedsTo(10)) {
      const { network, task } = await networkOf(dropout, { ...recipe, seed }, {});
      const { inputs, targets } = task.options.test!;
      const judged = (judging: Network) => judge(dropout, judging, inputs, targets as number[]);
      const run = { seed, scaled: judged(network), unscaled: judged(unscaled(network)) };
      say(JSON.stringify(run));
      runs.push(run);
    }
    return { command: "node scripts/runs.mjs forgotten", recipe, samples: 797, runs };
  },

  /** Eight networks and their average, beside networks that saw all samples: errors off the line. */
  async why(dropout: Dropout, say: Say) {
    const runs = [];
    for (const seed of seedsTo(40)) {
      const { comparison } = await trainTo(dropout, { ...usualLine, seed }, maxUpdates);
      const { offTheLine, wholeOffTheLine, averageOffTheLine } = comparison;
      runs.push({ seed, offTheLine, wholeOffTheLine, averageOffTheLine });
    }
    say(`${runs.filter((run) => run.averageOffTheLine < run.wholeOffTheLine).length} of 40`);
    return { command: "node scripts/runs.mjs why", question: usualLine, runs };
  },
};
