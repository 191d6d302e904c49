import { text } from "../../text";
import type { Answer } from "./answer";
import { contendersOf } from "./contenders";
import { pairsOf } from "./pairs";
import { difference, printed } from "./quantity";
import { droppableUnits } from "./settings";
import { inDigits } from "./subnetwork_count";

/** An answer in sentences, for screen readers. S is hidden until the pass has run. */
export function statusOf(answer: Answer, hasRun: boolean): string {
  const words = text.averages.status;
  const units = droppableUnits(answer.question.network);
  const contenders = contendersOf(answer).filter(({ kind }) => hasRun || kind === "average");
  const values = printed(contenders.map(({ quantity }) => quantity));
  return [
    words.subnetworks(inDigits(units) || words.power(units)),
    ...contenders.map(({ letter }, i) => words.contender(letter, values[i]!)),
    ...(hasRun ? pairsOf(answer) : []).map(({ name, verdict, numbers }) =>
      words.pair(name, verdict.exact, numbers && difference(...numbers)),
    ),
  ].join(" ");
}
