import type { Generator, KeepMask, Network, Seed } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { lessonNetwork } from "../shared/lesson_network";
import { withSwitched } from "../shared/switched_units";

export const hiddenUnits = 4;
export const mostSamples = 24;

/** Masks here only switch off: nothing divides by 1 - p_drop yet. */
const unscaled = lessonNetwork(0);
const outgoing = unscaled.layers[1]!.weight[0]!;

/** What each hidden unit adds to the output: the layer after it, but for its sum. */
const separated: Network = {
  input_p_drop: 0,
  layers: [
    {
      weight: outgoing.map((weight, i) => outgoing.map((_, j) => (i === j ? weight : 0))),
      bias: outgoing.map(() => 0),
      activation: "identity",
      p_drop: 0,
    },
  ],
};

export interface Sample {
  /** 1 = keep. */
  mask: number[];
  /** What the hidden units have computed, before the mask. */
  values: number[];
  /** Value × mask × weight of each hidden unit; with the bias, they add up to the output. */
  terms: number[];
  output: number;
}

export const weights = unscaled.layers.map(({ weight }) => weight);
export const bias = unscaled.layers[1]!.bias[0]!;

export interface Asked {
  features: number[];
  pDrop: number;
  generator: Generator;
  seed: Seed;
  /** Units switched off while there is no mask yet. */
  own: readonly number[];
  /** Units switched against their samples' masks. */
  switched: readonly string[];
}

/** One sample for each mask, after the network without one; and the network at test time. */
export function run(dropout: Dropout, asked: Asked) {
  const { features, pDrop: p_drop, generator, seed, own, switched } = asked;
  const drawn = dropout.masks({
    generator,
    seed,
    p_drop,
    samples: mostSamples,
    units: hiddenUnits,
  });
  const all = Array<number>(hiddenUnits).fill(1);
  const masks: KeepMask = [
    all.map((_, unit) => (own.includes(unit) ? 0 : 1)),
    ...withSwitched(drawn, switched),
    all,
  ];
  const inputs = masks.map(() => features);
  const allInputs = masks.map(() => features.map(() => 1));
  const { layers } = dropout.forward(unscaled, inputs, { keep_masks: [allInputs, masks] });
  const received = layers[0]!.dropped_output;
  const terms = dropout.forward(separated, received).layers[0]!.activation;
  const samples = masks.map((mask, s): Sample => ({
    mask,
    values: layers[0]!.activation[s]!,
    terms: terms[s]!,
    output: layers[1]!.activation[s]![0]!,
  }));
  return { pDrop: p_drop, samples: samples.slice(0, -1), testTime: samples.at(-1)! };
}
