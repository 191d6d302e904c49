import type { Network, Seeded } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";

export const units = 7;
export const inputs = 2;
export const masksInAll = 200;

/** A mask as text, a digit for each hidden unit: 1 keeps, 0 drops. */
export type Mask = string;

export const allKept: Mask = "1".repeat(units);
export const only = (unit: number): Mask => "0".repeat(unit) + "1" + "0".repeat(units - 1 - unit);
export const switched = (mask: Mask, unit: number): Mask =>
  mask.slice(0, unit) + (mask[unit] === "1" ? "0" : "1") + mask.slice(unit + 1);

/**
 * It answers 4 at the first inputs. The output is linear and has no bias: only so is the expected
 * output under a mask exactly p_keep times the whole, and one division the fix. Two units count
 * against the others, so that some masks answer more than the whole.
 */
export const openingNetwork = (p_drop: number): Network => ({
  input_p_drop: 0,
  layers: [
    {
      weight: [
        [1.2, 0.4],
        [-0.4, 1.6],
        [0.5, 1],
        [1.4, 0.6],
        [0.9, -0.8],
        [0.3, 1.6],
        [0.6, -0.2],
      ],
      bias: [0.2, 0.4, 0.2, 0.3, 0.1, 0.3, 0.2],
      activation: "relu",
      p_drop,
    },
    {
      weight: [[0.75, -0.5, 0.9, 0.6, -0.45, 0.5, 0.7]],
      bias: [0],
      activation: "identity",
      p_drop: 0,
    },
  ],
});

export interface Opening {
  network: Network;
  /** Of the hidden units. */
  values: number[];
  /** From the hidden units. */
  weights: number[];
  masks: Mask[];
  /** Under each of all masks that there are. */
  outputs: ReadonlyMap<Mask, number>;
  /** Of the first, the first two, ... of `masks`. */
  means: number[];
}

/**
 * What the network answers whole, and under masks that only switch off. The core divides what a mask
 * keeps by p_keep; scaled weights, as in the paper, undo that. For single masks both are done at 0.5,
 * where no digit changes.
 */
export async function opening(
  dropout: Dropout,
  input: number[],
  p_drop: number,
  seeded: Seeded,
): Promise<Opening> {
  const network = openingNetwork(p_drop);
  const drawn = { ...seeded, samples: masksInAll };
  const textOf = (mask: number[]) => mask.join("");
  const all = dropout.subnetworks(dropout.scaleWeights(openingNetwork(0.5)), input);
  const { running_mean } = await dropout.monteCarlo(dropout.scaleWeights(network), input, drawn);
  return {
    network,
    values: dropout.forward(network, [input]).layers[0]!.activation[0]!,
    weights: network.layers[1]!.weight[0]!,
    masks: dropout.keepMasks(network, drawn)[1]!.map(textOf),
    outputs: new Map(all.keep_masks[1]!.map((mask, i) => [textOf(mask), all.output[i]![0]!])),
    means: running_mean.map(([mean]) => mean!),
  };
}
