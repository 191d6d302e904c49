import { significant } from "../../text/format";
import { text } from "../../text";
import type { Answer } from "./answer";
import { contendersOf, type ContenderKind } from "./contenders";

/** A number on the histogram. */
export interface Mark {
  kind: ContenderKind;
  letter: string;
  label: string;
  value: number;
  /** Which line its label is on, from the top: S is on the first, A on the second. */
  lane: number;
}

const lanes: Record<ContenderKind, number> = { scaled: 0, average: 1, geometric: 2, wrong: 3 };

/** What is drawn of an answer: always A; S once the pass has run; the others where they are compared. */
export function marksOf(answer: Answer, hasRun: boolean, isCompared: boolean): Mark[] {
  const words = text.averages.marks;
  const isDrawn = { average: true, scaled: hasRun, geometric: isCompared, wrong: true };
  return contendersOf(answer)
    .filter(({ kind }) => isDrawn[kind])
    .map(({ kind, letter, quantity: { value, standardError } }) => {
      const number = `${standardError === undefined ? "" : "≈ "}${significant(value, 3)}`;
      return { kind, letter, label: words[kind](number), value, lane: lanes[kind] };
    });
}
