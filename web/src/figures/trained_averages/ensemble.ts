import type { MonteCarloEvaluation } from "../../api/core/training_types";
import type { JobOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { grouped, percent } from "../../text/format";
import { text } from "../../text";
import type { TrainedNetwork } from "../networks/network";
import { seedOfMasks } from "../networks/seed_of_masks";

interface Asked {
  trained: TrainedNetwork;
  subnetworks: number;
}

/** Each with masks of its own. */
export const repeats = 5;

/** Random subnetworks of a trained network on the samples it was not trained on. */
export function ensembleOf(
  dropout: Dropout,
  { trained, subnetworks }: Asked,
  job: JobOptions,
): Promise<MonteCarloEvaluation> {
  const { network, task } = trained;
  const { loss, test, generator } = task.options;
  return dropout.monteCarloEvaluation(
    network,
    { ...test, loss },
    { subnetworks, repeats, generator, seed: seedOfMasks, ...job },
  );
}

/** For each number of subnetworks: whether their mean is within a standard deviation of scaling, or below. */
export const isAsGood = ({
  mean_error,
  error_deviation,
  scaling_error,
}: MonteCarloEvaluation): boolean[] =>
  mean_error.map((error, i) => error - error_deviation[i]! <= scaling_error);

/** The least number of subnetworks that is as good as weight scaling; undefined for none. */
export function crossingOf(evaluation: MonteCarloEvaluation): number | undefined {
  const index = isAsGood(evaluation).indexOf(true);
  return index < 0 ? undefined : index + 1;
}

export function sentenceOf(evaluation: MonteCarloEvaluation): string {
  const words = text.trainedAverages;
  const { mean_error, scaling_error } = evaluation;
  const crossing = crossingOf(evaluation);
  const scaling = percent(scaling_error, 1);
  if (mean_error.every((error) => error === scaling_error)) return words.same(scaling);
  if (crossing === 1) return words.one(scaling);
  const first = words.first(percent(mean_error[0]!, 1));
  const rest =
    crossing === undefined
      ? words.never(grouped(mean_error.length), percent(mean_error.at(-1)!, 1), scaling)
      : words.many(grouped(crossing), scaling);
  return `${first} ${rest}`;
}
