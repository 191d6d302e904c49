import type { JobOptions, KeepMask, Matrix, Network, Seed } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { networkOf, type TrainedNetwork } from "../networks/network";
import { byArm, type ByArm } from "../networks/pair";
import { gridOf, reachOf } from "../networks/plane";
import { usual, type Recipe } from "../networks/recipe";

/** Few samples, a fifth of them with the wrong label: enough to learn that is not so. */
export const moons: Recipe = {
  ...usual,
  data: "moons",
  samples: 100,
  noise: 0.2,
  wrongLabels: 0.2,
  batchSize: 20,
  decay: 0.99,
  epochs: 300,
};

export type TrainedPair = ByArm<TrainedNetwork>;

/** Networks of the same start, data and batches, one trained without dropout, one with. */
export const pairOf = (dropout: Dropout, recipe: Recipe, job: JobOptions): Promise<TrainedPair> =>
  byArm((arm) =>
    networkOf(dropout, arm === "with" ? recipe : { ...recipe, pDrop: 0, inputPDrop: 0 }, job),
  );

/** With the weights of units that a mask switches off at 0: one mask for each hidden layer. */
function switchedOff(network: Network, keep: KeepMask[]): Network {
  const layers = network.layers.map((layer, l) => ({
    ...layer,
    weight:
      l === 0
        ? layer.weight
        : layer.weight.map((row) => row.map((w, unit) => (keep[l - 1]![0]![unit] ? w : 0))),
  }));
  return { ...network, layers };
}

/** Half of the hidden units, about: the same ones of both networks. */
function halves(dropout: Dropout, { with: { network, recipe } }: TrainedPair, seed: Seed) {
  const half = network.layers.map((layer, l) => ({
    ...layer,
    p_drop: l < network.layers.length - 1 ? 0.5 : 0,
  }));
  const { generator } = recipe;
  // The first mask is that of the inputs, which all stay.
  return dropout
    .keepMasks({ input_p_drop: 0, layers: half }, { generator, seed, samples: 1 })
    .slice(1);
}

/** Both with about half of their units off, by a mask that the seed draws. */
export function halvesOff(dropout: Dropout, pair: TrainedPair, seed: Seed): ByArm<Network> {
  const keep = halves(dropout, pair, seed);
  return {
    without: switchedOff(pair.without.network, keep),
    with: switchedOff(pair.with.network, keep),
  };
}

const testError = async (dropout: Dropout, network: Network, { task }: TrainedNetwork) => {
  const { test, loss } = task.options;
  return (await dropout.evaluate(network, { ...test, loss })).error!;
};

/** Errors on new samples. */
export function halfOff(dropout: Dropout, pair: TrainedPair, seed: Seed): Promise<ByArm<number>> {
  const networks = halvesOff(dropout, pair, seed);
  return byArm((arm) => testError(dropout, networks[arm], pair[arm]));
}

/** What the figure shows of two networks. */
export interface Seen {
  pair: TrainedPair;
  networks: ByArm<Network>;
  /** On the points of a grid: the probability of each class. */
  outputs: ByArm<Matrix>;
  reach: number;
  errors: ByArm<number>;
}

/** `masks`: of which seed half of the units are off; undefined where all are on. */
export async function seen(
  dropout: Dropout,
  pair: TrainedPair,
  masks: Seed | undefined,
): Promise<Seen> {
  const networks =
    masks === undefined
      ? { without: pair.without.network, with: pair.with.network }
      : halvesOff(dropout, pair, masks);
  const reach = reachOf(pair.with.task);
  const grid = gridOf(reach);
  return {
    pair,
    networks,
    reach,
    outputs: await byArm((arm) => dropout.outputs(networks[arm], grid)),
    errors: await byArm((arm) => testError(dropout, networks[arm], pair[arm])),
  };
}
