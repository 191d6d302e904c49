import { text } from "../../text";
import { trainingStatus } from "../training_status";
import type { Trained } from "./course";
import { measureOf, measuresOf } from "./curves";
import { measured } from "./measured";
import { arms } from "./task";

/** Where training goes on to `wanted` updates, how far it is; then how both networks do, in sentences. */
export function statusOf(trained: Trained, wanted: number): string {
  const { task, runs, updates, allUpdates, isOver } = trained;
  const last = Math.min(wanted, allUpdates);
  if (updates < last && !isOver) return trainingStatus(updates / last);
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
