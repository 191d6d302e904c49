import type {
  Batch,
  ForwardPass,
  Generator,
  Gradients,
  KeepMasks,
  Network,
  NumericalGradient,
  Seed,
} from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { lessonNetwork } from "../shared/lesson_network";
import { withSwitched } from "../shared/switched_units";
import { inputs, targets } from "./samples";
import { switchedAgo } from "./switched";
import { hiddenUnitOf, type Weight } from "./weight";

export interface Question {
  pDrop: number;
  rate: number;
  generator: Generator;
  seed: Seed;
  /** How many updates the network has had. */
  updates: number;
  /** Units that the reader switched in this mini-batch and in earlier ones: see switched.ts. */
  switched: string[];
  weight: Weight;
}

/** One mini-batch: forwards, backwards, and what its update makes of the network. */
export interface MiniBatch {
  network: Network;
  keepMasks: KeepMasks;
  pass: ForwardPass;
  gradients: Gradients;
  updated: Network;
  check: NumericalGradient;
}

/** Of the weight, up and down. */
export const differenceStep = 1e-5;

export function miniBatch(dropout: Dropout, question: Question): MiniBatch {
  const { pDrop, rate, generator, seed, updates, switched, weight } = question;
  let network = lessonNetwork(pDrop);
  const samples = inputs.length;
  // One masked layer: the masks of all updates are drawn one after the other.
  const allMasks = dropout.keepMasks(network, {
    generator,
    seed,
    samples: samples * (updates + 1),
  });
  const batchOf = (update: number): Batch & { keep_masks: KeepMasks } => {
    const [ofInputs, ofHidden] = allMasks.map((mask) =>
      mask.slice(update * samples, (update + 1) * samples),
    );
    return {
      inputs,
      targets,
      loss: "mean_squared_error",
      keep_masks: [ofInputs!, withSwitched(ofHidden!, switchedAgo(switched, updates - update))],
    };
  };
  for (let update = 0; update < updates; ++update) {
    network = dropout.descend(network, dropout.gradients(network, batchOf(update)), rate);
  }
  const batch = batchOf(updates);
  const gradients = dropout.gradients(network, batch);
  return {
    network,
    keepMasks: batch.keep_masks,
    pass: dropout.forward(network, inputs, { keep_masks: batch.keep_masks }),
    gradients,
    updated: dropout.descend(network, gradients, rate),
    check: dropout.numericalGradient(network, batch, { ...weight, step: differenceStep }),
  };
}

/** Why a weight's gradient is 0 for a sample, if that is because of a unit beside it. */
export function zeroReason(
  { keepMasks, pass }: MiniBatch,
  sample: number,
  weight: Weight,
): "dropped" | "off" | undefined {
  const unit = hiddenUnitOf(weight);
  if (unit === null) return undefined;
  if (keepMasks[1]![sample]![unit] === 0) return "dropped";
  return pass.layers[0]!.pre_activation[sample]![unit]! <= 0 ? "off" : undefined;
}
