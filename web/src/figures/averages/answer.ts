import type { JobOptions, Verdicts } from "../../core/types";
import type { Dropout } from "../../dropout";
import { meanOf, type Mean } from "./mean";
import { exactly, type Quantity } from "./quantity";
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
}

export async function answerOf(
  dropout: Dropout,
  settings: Settings,
  job: JobOptions,
): Promise<Answer> {
  const question = questionOf(dropout, settings);
  const { network, input, output } = question;
  const full = dropout.forward(network, [input]);
  const how = await meanOf(dropout, network, input, job);
  const geometric = how.isExact ? how.average.normalized_geometric_mean?.[output] : undefined;
  return {
    question,
    how,
    verdicts: dropout.verdicts(network),
    arithmetic: quantityOf(how, output),
    geometric: geometric === undefined ? undefined : exactly(geometric),
    scaled: exactly(full.layers.at(-1)!.activation[0]![output]!),
    wrong: settings.showsWrongAverage
      ? quantityOf(await meanOf(dropout, dropout.uniformWeights(network), input, job), output)
      : undefined,
  };
}

function quantityOf(mean: Mean, output: number): Quantity {
  return mean.isExact
    ? exactly(mean.average.arithmetic_mean[output]!)
    : { value: mean.mean[output]!, standardError: mean.standardError[output]! };
}
