import type { Batch, Matrix, Network, Seed } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { numberOrQuoted } from "../../api/input/refusal";
import { text } from "../../text";

/** Noisy samples of a line, and a share of them for each of several networks to learn from. */
export interface Data {
  /** All samples. */
  whole: Batch & { targets: Matrix };
  /** For each network. */
  batches: Batch[];
}

export interface Question {
  samples: number;
  /** How far the samples lie off the line, at most. */
  noise: number;
  seed: Seed;
}

/** What the figure starts with. */
export const usual: Question = { samples: 10, noise: 0.8, seed: 8 };

export const networks = 8;
export const maxUpdates = 2000;
export const range: [number, number] = [-4, 4];
const line = (x: number) => x / 4;

/** What noise hides: the line, at points close enough for a curve. */
export const grid: Matrix = Array.from({ length: 33 }, (_, i) => [range[0] + i / 4]);
export const truth: Matrix = grid.map(([x]) => [line(x!)]);

const drawn = { generator: "torch" } as const;
const sides = 100;
/** Small enough for a network that gets a single sample, at the edge: it must not diverge. */
const learningRate = 0.02;
const loss = "mean_squared_error";

export const limits = { samples: { min: 5, max: 40 }, noise: { min: 0, max: 2 } };

function check(field: keyof typeof limits, value: number, isAllowed: (value: unknown) => boolean) {
  const { min, max } = limits[field];
  if (isAllowed(value) && value >= min && value <= max) return;
  throw Object.assign(new RangeError(text.why.refused[field](min, max, numberOrQuoted(value))), {
    field,
  });
}

export function dataOf(dropout: Dropout, { samples, noise, seed }: Question): Data {
  check("samples", samples, Number.isInteger);
  check("noise", noise, Number.isFinite);
  const { rolls, expected } = dropout.dieRolls({ ...drawn, seed, sides, rolls: samples });
  const [from, to] = range;
  const inputs = rolls.map((_, i) => [from + ((to - from) * i) / (samples - 1)]);
  const targets = inputs.map(([x], i) => [
    line(x!) + (noise * (rolls[i]! - expected)) / (sides - expected),
  ]);
  // Each network gets some 7 of 10 samples: hardly ever do two learn from the same ones.
  const shares = dropout.masks({ ...drawn, seed, p_drop: 0.3, samples: networks, units: samples });
  const batches = shares.map((share): Batch => {
    const chosen = (_: unknown, i: number) => share[i] === 1 || !share.includes(1);
    return { inputs: inputs.filter(chosen), targets: targets.filter(chosen), loss };
  });
  return { whole: { inputs, targets, loss }, batches };
}

export const untrained = (dropout: Dropout): Network[] =>
  Array.from({ length: networks }, (_, i) =>
    dropout.network({
      ...drawn,
      seed: i,
      widths: [1, 16, 1],
      hidden_activation: "relu",
      output_activation: "identity",
      input_p_drop: 0,
      hidden_p_drop: 0,
    }),
  );

/** All networks after so many more updates, each from its own samples. */
export const updated = (
  dropout: Dropout,
  networks: Network[],
  batches: Batch[],
  updates: number,
): Network[] =>
  networks.map((network, i) =>
    dropout.gradientDescent(network, batches[i]!, { learning_rate: learningRate, updates }),
  );

/** The average of the networks' outputs is the output of one network that has all their units. */
function averageOf(trained: Network[]): Network {
  const layers = (l: number) => trained.map((network) => network.layers[l]!);
  const share = 1 / trained.length;
  return {
    input_p_drop: 0,
    layers: [
      {
        ...trained[0]!.layers[0]!,
        weight: layers(0).flatMap(({ weight }) => weight),
        bias: layers(0).flatMap(({ bias }) => bias),
      },
      {
        ...trained[0]!.layers[1]!,
        weight: [layers(1).flatMap(({ weight }) => weight[0]!.map((w) => share * w))],
        bias: [share * layers(1).reduce((sum, { bias }) => sum + bias[0]!, 0)],
      },
    ],
  };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Comparison {
  /** `[network][grid point]` */
  curves: number[][];
  average: number[];
  averageNetwork: Network;
  /** Mean squared errors. Of each network, on the samples that it learned from, and off the line. */
  onOwnSamples: number;
  offTheLine: number;
  /** The same of a network that learned from all samples. */
  wholeOffTheLine: number;
  /** Of the average, off the line. */
  averageOffTheLine: number;
  /** How far the networks are from their average: with that, it makes up `offTheLine`. */
  spread: number;
}

/** `networks` learned from a share of the samples each, `whole` from all. */
export async function compare(
  dropout: Dropout,
  networks: Network[],
  whole: Network[],
  { batches }: Data,
): Promise<Comparison> {
  const error = async (network: Network, batch: Batch) =>
    (await dropout.evaluate(network, batch)).loss;
  const meanError = async (of: Network[], batch: (i: number) => Batch) =>
    mean(await Promise.all(of.map((network, i) => error(network, batch(i)))));
  const against = (targets: Matrix): Batch => ({ inputs: grid, targets, loss });
  const averageNetwork = averageOf(networks);
  const [average, ...outputs] = await Promise.all(
    [averageNetwork, ...networks].map((network) => dropout.outputs(network, grid)),
  );
  const offLine = against(truth);
  return {
    curves: outputs.map((output) => output.map(([y]) => y!)),
    average: average!.map(([y]) => y!),
    averageNetwork,
    onOwnSamples: await meanError(networks, (i) => batches[i]!),
    offTheLine: await meanError(networks, () => offLine),
    wholeOffTheLine: await meanError(whole, () => offLine),
    averageOffTheLine: await error(averageNetwork, offLine),
    spread: await meanError(networks, () => against(average!)),
  };
}
