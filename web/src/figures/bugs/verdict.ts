import type { Scaling } from "../../api/core/types";
import { compact } from "../../text/format";
import { text } from "../../text";
import type { backwardPair } from "./backward";
import { meant } from "./bugs";
import type { ForwardPair } from "./forward";

export interface Verdict {
  /** A bug that cannot be seen is hidden, never right. */
  kind: "right" | "wrong" | "hidden";
  /** HTML, as is the sentence. */
  short: string;
  sentence: string;
}

const words = text.bugs.verdict;

const hidden = (why: string): Verdict => ({ kind: "hidden", short: words.hidden, sentence: why });

/** A rule that is right is not correct only where everything is dropped. */
export const rightVerdict = (scaling: Scaling): Verdict =>
  scaling.is_correct
    ? { kind: "right", short: words.right, sentence: numbersOf(scaling) }
    : { kind: "hidden", short: words.nothingKept, sentence: words.noFactor };

/** What shows the bug here, or why nothing does. */
export function verdictOf({ bug, right, wrong: result }: ForwardPair, pDrop: number): Verdict {
  const scaling = result.value;
  if (!scaling) {
    const sentence = pDrop === 0 ? words.dividesByZero : words.tooLarge;
    return { kind: "hidden", short: words.nothingToShow, sentence };
  }
  const { expected_training: training, test, running_mean } = scaling;
  const wrong = (short: string, why: string): Verdict => ({
    kind: "wrong",
    short,
    sentence: `${numbersOf(scaling)} ${why}`,
  });
  if (pDrop === 1 && meant[bug] === "inverted") return hidden(words.everythingDropped);
  if ([...training, ...test].every((value) => value === 0)) return hidden(words.zero);
  if (bug === "same-mask") {
    if (pDrop === 0) return hidden(words.nothingDropped);
    const isFirst = (row: number[]) => row.every((value, u) => value === right.training[0]![u]);
    if (right.training.every(isFirst)) return hidden(words.alike);
    const means = running_mean.at(-1)!.map(compact).join(", ");
    return {
      kind: "wrong",
      short: words.oneSubnetwork,
      sentence: words.stays(means, training.map(compact).join(", ")),
    };
  }
  if (scaling.is_correct) return hidden(whyCorrect(pDrop));
  if (scaling.masked_at_test) return wrong(words.masked, words.flickers);
  return wrong(
    words.wrong,
    Number.isFinite(scaling.training_to_test)
      ? words.ratio(compact(scaling.training_to_test))
      : words.nothingAtTest,
  );
}

function whyCorrect(pDrop: number): string {
  if (pDrop === 0.5) return words.half;
  return pDrop === 0 ? words.nothingDropped : words.practicallyNothingDropped;
}

const numbersOf = ({ expected_training: training, test }: Scaling): string =>
  training.length === 1 ? words.numbers(compact(training[0]!), compact(test[0]!)) : words.layer;

/** Of the gradients: with a mask for both ways, and with a fresh one for the way back. */
export function backwardVerdicts(
  { right, wrong }: ReturnType<typeof backwardPair>,
  pDrop: number,
): { right: Verdict; wrong: Verdict } {
  const strays = wrong.passes.filter(({ gradient, isKept }) => !isKept && gradient !== 0);
  const differ = right.passes.filter(({ gradient }, i) => gradient !== wrong.passes[i]!.gradient);
  return {
    right: { kind: "right", short: words.sameMask, sentence: words.noStray },
    wrong:
      differ.length === 0
        ? hidden(whySame(pDrop))
        : {
            kind: "wrong",
            short: words.otherMask,
            sentence: words.strays(strays.length, compact(right.mean), compact(wrong.mean)),
          },
  };
}

function whySame(pDrop: number): string {
  if (pDrop === 1) return words.everythingDropped;
  return pDrop === 0 ? words.nothingDropped : words.luckyMasks;
}
