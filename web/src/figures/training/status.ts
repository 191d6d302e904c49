import { text } from "../../text";
import type { Trained } from "./course";
import { measureOf, measuresOf } from "./curves";
import { measured } from "./measured";
import { arms } from "./task";

/** How both networks do, in sentences for screen readers. */
export function statusOf({ task, runs, updates }: Trained): string {
  const words = text.training;
  const [measure] = measuresOf(task);
  return [
    words.status.updates(updates),
    ...arms.map((arm) => {
      const state = runs[arm].states.at(-1)!;
      return words.status.network(
        words.arms[arm],
        measured(measureOf(state.training, measure), measure),
        measured(measureOf(state.test, measure), measure),
        state.diverged,
      );
    }),
  ].join(" ");
}
