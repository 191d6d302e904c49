import type { Distribution } from "../../api/core/averaging_types";
import type { JobOptions, KeepMasks, Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { Answer } from "./answer";
import { binOf } from "./histogram";
import type { Mask } from "./mask_text";
import { masks } from "./sampling";
import { droppableUnits } from "./settings";

/** Subnetworks to look at one by one: all of them where they are few, random ones elsewhere. */
export interface Examples {
  answer: Answer;
  keepMasks: KeepMasks;
  outputs: number[];
}

const mostUnitsListed = 10;
/** Of masks: to draw more would make a dragged slider stutter. */
const mostDigits = 16_000;

export async function examplesOf(
  dropout: Dropout,
  answer: Answer,
  { signal }: JobOptions,
): Promise<Examples> {
  const { network, input, output } = answer.question;
  if (droppableUnits(network) <= mostUnitsListed) {
    const all = dropout.subnetworks(network, input);
    const possible = all.probability.flatMap((probability, s) => (probability > 0 ? [s] : []));
    return {
      answer,
      keepMasks: all.keep_masks.map((mask) => possible.map((s) => mask[s]!)),
      outputs: possible.map((s) => all.output[s]![output]!),
    };
  }
  const drawn = { ...masks, samples: samplesOf(network) };
  const outputs = await dropout.sampledOutputs(network, input, { ...drawn, signal });
  return {
    answer,
    keepMasks: dropout.keepMasks(network, drawn),
    outputs: outputs.map((row) => row[output]!),
  };
}

function samplesOf({ layers }: Network): number {
  const units = layers.reduce((sum, { weight }) => sum + weight[0]!.length, 0);
  return Math.max(100, Math.min(1000, Math.floor(mostDigits / units)));
}

export const maskOf = ({ keepMasks }: Examples, example: number): Mask =>
  keepMasks.map((rows) => rows[example]!);

/** To begin with: of a list of all masks, one that keeps some units and drops others. */
export const firstOf = ({ outputs }: Examples): number => Math.floor(0.42 * outputs.length);

/** For each bar the example nearest to its middle, if any is in it. */
export function examplesIn(distribution: Distribution, { outputs }: Examples) {
  const { edges, probability } = distribution;
  const found: (number | undefined)[] = probability.map(() => undefined);
  outputs.forEach((output, example) => {
    const bin = binOf(distribution, output);
    const middle = (edges[bin]! + edges[bin + 1]!) / 2;
    const other = found[bin];
    if (other === undefined || Math.abs(output - middle) < Math.abs(outputs[other]! - middle)) {
      found[bin] = example;
    }
  });
  return found;
}

/** The example in a bar, or in the nearest bar that has one. */
export function exampleNear(found: (number | undefined)[], bin: number): number | undefined {
  for (let away = 0; away < found.length; ++away) {
    const example = found[bin - away] ?? found[bin + away];
    if (example !== undefined) return example;
  }
  return undefined;
}
