import type { Distribution, MonteCarloError } from "../../api/core/averaging_types";
import type { JobOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { Answer } from "./answer";
import { masks, mostSamples } from "./sampling";
import { droppableUnits } from "./settings";

const bins = 56;
const mostUnitsListed = 20;
const longestRun = 1000;

/** How single subnetworks spread around their average, and how random ones approach it. */
export interface Spread {
  answer: Answer;
  distribution: Distribution;
  /** How many random subnetworks the distribution is of; undefined where it is of all. */
  samples: number | undefined;
  /** Undefined where the true average is not known. */
  monteCarlo: MonteCarloError | undefined;
}

export async function spreadOf(
  dropout: Dropout,
  answer: Answer,
  { signal }: JobOptions,
): Promise<Spread> {
  const { network, input, output } = answer.question;
  const isListed = droppableUnits(network) <= mostUnitsListed;
  const samples = mostSamples(network);
  return {
    answer,
    samples: isListed ? undefined : samples,
    distribution: isListed
      ? dropout.distribution(network, input, { output, bins })
      : dropout.sampledDistribution(network, input, { ...masks, output, bins, samples }),
    monteCarlo: answer.how.isExact
      ? await dropout.monteCarloError(network, input, answer.how.average, {
          ...masks,
          output,
          samples: longestRun,
          repeats: Math.ceil(samples / longestRun),
          signal,
        })
      : undefined,
  };
}
