import type { Distribution } from "../../api/core/averaging_types";
import type { JobOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { Answer } from "./answer";
import { masks, mostSamples } from "./sampling";
import { droppableUnits } from "./settings";

const bins = 56;
const mostUnitsListed = 20;

/** How the outputs of single subnetworks are spread. */
export interface Histogram {
  answer: Answer;
  distribution: Distribution;
  /** How many random subnetworks these are; undefined where it is all of them. */
  samples: number | undefined;
  /** How long they took. */
  seconds: number;
}

export async function histogramOf(
  dropout: Dropout,
  answer: Answer,
  { signal }: JobOptions,
): Promise<Histogram> {
  const { network, input, output } = answer.question;
  const samples = droppableUnits(network) <= mostUnitsListed ? undefined : mostSamples(network);
  const start = performance.now();
  const distribution = await dropout.outputHistogram(network, input, {
    ...(samples === undefined ? {} : { ...masks, samples }),
    output,
    bins,
    signal,
  });
  return { answer, distribution, samples, seconds: (performance.now() - start) / 1000 };
}

/** Which bar an output is counted in. */
export function binOf({ edges, probability }: Distribution, output: number): number {
  const [first, last] = [edges[0]!, edges.at(-1)!];
  const most = probability.length - 1;
  if (!(last > first)) return most;
  const share = (output - first) / (last - first);
  return Math.max(0, Math.min(most, Math.floor(share * probability.length)));
}
