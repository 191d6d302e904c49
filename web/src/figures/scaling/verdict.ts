import type { Scaling } from "../../api/core/types";
import { compact } from "../../text/format";
import { text } from "../../text";

export interface Verdict {
  isRight: boolean;
  short: string;
  sentence: string;
}

const words = text.scaling.figure.verdict;

/** Whether training and test time meet, in words. */
export function verdictOf(scaling: Scaling): Verdict {
  const { is_correct: isRight, expected_training: training, test } = scaling;
  const numbers =
    training.length === 1 ? words.numbers(compact(training[0]!), compact(test[0]!)) : words.layer;
  return { isRight, short: shortly(scaling), sentence: `${numbers} ${meaning(scaling)}` };
}

function shortly(scaling: Scaling): string {
  if (scaling.is_correct) return words.right;
  if (scaling.masked_at_test) return words.masked;
  return isAllZero(scaling) ? words.hidden : words.wrong;
}

function meaning(scaling: Scaling): string {
  if (scaling.is_correct) return words.match;
  if (scaling.masked_at_test) return words.flickers;
  if (isAllZero(scaling)) return words.zero;
  return Number.isFinite(scaling.training_to_test)
    ? words.ratio(compact(scaling.training_to_test))
    : words.nothingAtTest;
}

const isAllZero = ({ expected_training, test }: Scaling) =>
  [...expected_training, ...test].every((value) => value === 0);
