import type { MonteCarloError, Verdicts } from "../../api/core/averaging_types";
import type { JobOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { meanOf, type Mean } from "./mean";
import { exactly, type Quantity } from "./quantity";
import { masks } from "./sampling";
import { questionOf, type Question, type Settings } from "./settings";

/** The numbers that compete to stand for all subnetworks. */
export interface Answer {
  question: Question;
  how: Mean;
  verdicts: Verdicts;
  /** A */
  arithmetic: Quantity;
  /** G; unknown where A is only estimated. */
  geometric: Quantity | undefined;
  /** S */
  scaled: Quantity;
  /** W */
  wrong: Quantity | undefined;
  /** How many random subnetworks S is worth: only where A is known. */
  worth: MonteCarloError | undefined;
}

export async function answerOf(
  dropout: Dropout,
  settings: Settings,
  job: JobOptions,
): Promise<Answer> {
  const question = questionOf(dropout, settings);
  const { network, input, output } = question;
  const parts = settings.showsWrongAverage ? 2 : 1;
  const how = await meanOf(dropout, network, input, partOf(job, 0, parts));
  const geometric = how.isExact ? how.average.normalized_geometric_mean?.[output] : undefined;
  const rounding = how.isExact ? how.average.rounding[output]! : 0;
  // Of a network that is averaged, it has been run already.
  const scaled = how.isExact
    ? how.average.scaled_full_network[output]!
    : dropout.forward(network, [input]).layers.at(-1)!.activation[0]![output]!;
  const one = { ...masks, output, samples: 1, repeats: 1, signal: job.signal };
  return {
    question,
    how,
    verdicts: dropout.verdicts(network),
    arithmetic: quantityOf(how, output),
    geometric: geometric === undefined ? undefined : exactly(geometric, rounding),
    scaled: exactly(scaled, rounding),
    wrong: settings.showsWrongAverage
      ? quantityOf(
          await meanOf(dropout, dropout.uniformWeights(network), input, partOf(job, 1, parts)),
          output,
        )
      : undefined,
    worth: how.isExact
      ? await dropout.monteCarloError(network, input, how.average, one)
      : undefined,
  };
}

/** Whether every subnetwork gives the same output, as far as rounding lets one see. */
export function areAllTheSame({ how, question }: Answer): boolean {
  if (!how.isExact) return false;
  const { variance, rounding } = how.average;
  return Math.sqrt(variance[question.output]!) <= rounding[question.output]!;
}

/** The progress of one of several jobs of the same length, as that of all of them. */
function partOf({ signal, onProgress }: JobOptions, done: number, parts: number): JobOptions {
  return {
    signal,
    onProgress: ({ fraction, seconds_left }) => {
      const all = seconds_left / Math.max(1 - fraction, 1e-3);
      onProgress?.({
        fraction: (done + fraction) / parts,
        seconds_left: seconds_left + (parts - 1 - done) * all,
      });
    },
  };
}

function quantityOf(mean: Mean, output: number): Quantity {
  return mean.isExact
    ? exactly(mean.average.arithmetic_mean[output]!, mean.average.rounding[output]!)
    : { value: mean.mean[output]!, standardError: mean.standardError[output]!, rounding: 0 };
}
