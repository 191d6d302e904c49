import type { Answer } from "./answer";
import { contendersOf } from "./contenders";
import { pairsOf } from "./pairs";
import { difference, printed } from "./quantity";
import { droppableUnits } from "./settings";
import { inDigits } from "./subnetwork_count";

/** An answer in sentences, for screen readers. */
export function statusOf(answer: Answer): string {
  const units = droppableUnits(answer.question.network);
  const contenders = contendersOf(answer);
  const values = printed(contenders.map(({ quantity }) => quantity));
  return [
    `${inDigits(units) || `2 to the power of ${units}`} subnetworks.`,
    ...contenders.map(({ letter }, i) => `${letter} ${values[i]}.`),
    ...pairsOf(answer).map(
      ({ name, verdict, numbers }) =>
        `${name}: ${verdict.exact ? "exact" : "approximate"}${numbers ? `, difference ${difference(...numbers)}` : ""}.`,
    ),
  ].join(" ");
}
