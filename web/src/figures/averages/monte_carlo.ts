import type { MonteCarloError } from "../../api/core/averaging_types";
import type { JobOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { Answer } from "./answer";
import { masks, mostSamples } from "./sampling";

const longestRun = 1000;

/** How the mean of random subnetworks approaches the average of all. */
export interface MonteCarlo {
  answer: Answer;
  /** Undefined where the true average is not known. */
  errors: MonteCarloError | undefined;
}

export async function monteCarloOf(
  dropout: Dropout,
  answer: Answer,
  { signal }: JobOptions,
): Promise<MonteCarlo> {
  const { network, input, output } = answer.question;
  if (!answer.how.isExact) return { answer, errors: undefined };
  const errors = await dropout.monteCarloError(network, input, answer.how.average, {
    ...masks,
    output,
    samples: longestRun,
    repeats: Math.ceil(mostSamples(network) / longestRun),
    signal,
  });
  return { answer, errors };
}
