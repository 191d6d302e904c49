import type { Scaling } from "../../core/types";
import { compact } from "../../format";
import { text } from "../../text";

/** Whether a rule's training average is what it gives at test time, in a sentence. */
export function verdictOf(shown: Scaling, isRightInGeneral: boolean, pDrop: number): string {
  const words = text.scaling.verdict;
  const { training_to_test, is_correct } = shown;
  if (is_correct) {
    if (isRightInGeneral) return words.correct;
    return pDrop === 0 ? words.nothingDropped : words.byChance;
  }
  if (training_to_test === 1) return words.flickers;
  if (!Number.isFinite(training_to_test)) return words.undefined;
  const factor = compact(training_to_test);
  return training_to_test < 1 ? words.smaller(factor) : words.larger(factor);
}
