import type { Subnetworks } from "../../api/core/averaging_types";
import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { product } from "../shared/product";

// Outputs of 1, 3, 5 and 7 at x = 1: every step can be checked in one's head.
const hiddenWeight = [[1], [2]];
const outputWeight = [2, 2];
const outputBias = 1;

export interface Subnetwork {
  /** Of the two hidden units. */
  kept: [boolean, boolean];
  probability: number;
  output: number;
}

/** A hidden unit of the network. */
export interface HiddenUnit {
  activation: number;
  /** From the input, and to the output. */
  weightIn: number;
  weightOut: number;
  scaledWeight: number;
  scaledActivation: number;
  /** To the output: where it is kept, and on average over all masks. */
  adds: number;
  addsOnAverage: number;
}

/** A network of two hidden units with all its subnetworks, their average, and what could stand for it. */
export interface FourSubnetworks {
  x: number;
  pDrop: number;
  pKeep: number;
  /** Scaled: under inverted dropout, the one that has these subnetworks. */
  network: Network;
  bias: number;
  hidden: HiddenUnit[];
  /** None, the first, the second, both kept. */
  all: Subnetwork[];
  average: number;
  scaled: number;
  unscaled: number;
}

const trainedWith = (pDrop: number): Network => ({
  input_p_drop: 0,
  layers: [
    { weight: hiddenWeight, bias: [0, 0], activation: "relu", p_drop: pDrop },
    { weight: [outputWeight], bias: [outputBias], activation: "identity", p_drop: 0 },
  ],
});

const allOf = (dropout: Dropout, x: number, pDrop: number): Subnetworks =>
  dropout.subnetworks(dropout.scaleWeights(trainedWith(pDrop)), [x]);

/**
 * Masks only switch units off here, so p_drop changes probabilities and no output: those at 0.5 are
 * those at any, also where some masks never occur, or where no scale can undo that of the weights.
 */
function subnetworksOf(dropout: Dropout, x: number, pDrop: number): Subnetwork[] {
  const outputs = allOf(dropout, x, 0.5);
  const { keep_masks, probability } = allOf(dropout, x, pDrop);
  const number = (mask: number[]) => mask[0]! + 2 * mask[1]!;
  const probabilities = new Map(keep_masks[1]!.map((mask, s) => [number(mask), probability[s]!]));
  return outputs.keep_masks[1]!.map((mask, s) => ({
    kept: [mask[0] === 1, mask[1] === 1],
    probability: probabilities.get(number(mask)) ?? 0,
    output: outputs.output[s]![0]!,
  }));
}

export async function fourSubnetworks(
  dropout: Dropout,
  x: number,
  pDrop: number,
): Promise<FourSubnetworks> {
  const trained = trainedWith(pDrop);
  const network = dropout.scaleWeights(trained);
  const average = await dropout.average(network, [x]);
  const [first, last] = dropout.forward(trained, [[x]]).layers;
  const activation = first!.activation[0]!;
  const { test, test_factor } = dropout.scaling({
    rule: "paper",
    activations: activation,
    p_drop: pDrop,
    samples: 1,
    generator: "torch",
    seed: 0,
  });
  const scaledWeights = network.layers[1]!.weight[0]!;
  return {
    x,
    pDrop,
    pKeep: test_factor,
    network,
    bias: outputBias,
    hidden: activation.map((value, unit) => ({
      activation: value,
      weightIn: hiddenWeight[unit]![0]!,
      weightOut: outputWeight[unit]!,
      scaledWeight: scaledWeights[unit]!,
      scaledActivation: test[unit]!,
      adds: product(dropout, outputWeight[unit]!, value),
      addsOnAverage: product(dropout, scaledWeights[unit]!, value),
    })),
    all: subnetworksOf(dropout, x, pDrop),
    average: average.arithmetic_mean[0]!,
    scaled: average.scaled_full_network[0]!,
    unscaled: last!.activation[0]![0]!,
  };
}
