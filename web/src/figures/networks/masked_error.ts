import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { seedOfMasks } from "./seed_of_masks";
import type { Task } from "./task";

/** Passes to average over, about: one mask for each of few samples would be too noisy. */
const passes = 1000;
const mostRepeats = 10;

/**
 * How often a network is wrong about its training samples while each has a mask of its own, as in
 * training: random subnetworks, one for each sample, several times over.
 */
export async function maskedErrorOf(
  dropout: Dropout,
  { options, classes, settings }: Task,
  network: Network,
): Promise<number | undefined> {
  const drops = network.input_p_drop > 0 || network.layers.some(({ p_drop }) => p_drop > 0);
  if (classes === undefined || !drops) return undefined;
  const { training, loss } = options;
  const { mean_error } = await dropout.monteCarloEvaluation(
    network,
    { ...training, loss },
    {
      subnetworks: 1,
      repeats: Math.min(mostRepeats, Math.ceil(passes / training.inputs.length)),
      generator: settings.generator,
      seed: seedOfMasks,
    },
  );
  return mean_error[0];
}
