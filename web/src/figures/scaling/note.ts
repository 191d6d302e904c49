import { compact } from "../../text/format";
import { text } from "../../text";
import { amount, amountOfA } from "../../text/amount";
import type { Rule } from "./rules";

interface Shown {
  rule: Rule;
  pDrop: number;
  pKeep: number;
  isMet: boolean;
  keep: number[];
  /** In a, as are the others. */
  height: number;
  right: number;
  mean: number;
  test: number;
  expected: number;
}

const words = text.scaling.notes;
const isNearly = (one: number, other: number) => Math.abs(one - other) < 1e-9;

/** What the picture says, in a sentence or two. HTML. */
export function noteOf(shown: Shown): string {
  const { rule, pDrop, pKeep, isMet, keep, height, right, mean, test, expected } = shown;
  const kept = keep.filter((each) => each === 1).length;
  if (pDrop === 1) return text.controls.nothingKept;
  if (pDrop === 0 && height === 1) return words.nothingDropped;
  if (rule === "paper") return words.paper(amountOfA(expected), amount(pKeep));
  const factor = amount(right);
  if (isMet) {
    return isNearly(mean, test)
      ? words.met(kept, amountOfA(height), compact(pDrop))
      : words.metOnAverage(keep.length - kept, factor, compact(pDrop));
  }
  if (kept === 0) return words.noneKept;
  if (height !== 1) {
    return isNearly(mean, test)
      ? words.meetsHere(amountOfA(height))
      : words.byHand(amountOfA(height), amountOfA(mean), mean < test);
  }
  return mean < test ? words.ask(kept, amountOfA(mean)) : words.allKept;
}
