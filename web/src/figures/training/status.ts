import { text } from "../../text";
import { trainingStatus } from "../shared/training_status";
import type { Trained } from "../networks/trained";
import { measureOf, measuresOf } from "./curves";
import { measured } from "./measured";
import type { Position } from "../networks/position";
import { arms } from "../networks/task";

/** While training goes on, how far it is; then how both networks do, in sentences. */
export function statusOf({ task, runs, updates }: Trained, position: Position): string {
  if (position.isPlaying) return trainingStatus(position.fraction);
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
