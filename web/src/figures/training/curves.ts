import type { Evaluation, TrainingState } from "../../api/core/training_types";
import type { Trained } from "../networks/trained";
import { arms, type Task } from "../networks/task";

/** What curves show: the mean loss, or the share of samples that are put into a wrong class. */
export type Measure = "error" | "loss";

/** What tells how well a network does; the first of them most of all. */
export const measuresOf = ({ classes }: Task): [Measure, ...Measure[]] =>
  classes === undefined ? ["loss"] : ["error", "loss"];

export const measureOf = (evaluation: Evaluation, measure: Measure): number =>
  measure === "loss" ? evaluation.loss : evaluation.error!;

export const pointsOf = (
  states: TrainingState[],
  data: "training" | "test",
  measure: Measure,
): [number, number][] =>
  states
    .map((state): [number, number] => [
      state.updates / state.updates_per_epoch,
      measureOf(state[data], measure),
    ])
    .filter(([, value]) => Number.isFinite(value));

/** What the highest loss that is drawn is, as a multiple of that of untrained networks. */
const highest = 3;

/** The same for both networks, so that they can be compared: from 0 up to the largest value. */
export function topOf({ runs }: Trained, measure: Measure): number {
  const all = arms.flatMap((arm) => [
    ...pointsOf(runs[arm].states, "training", measure),
    ...pointsOf(runs[arm].states, "test", measure),
  ]);
  const top = Math.max(...all.map(([, value]) => value), 1e-9);
  const [, first] = all[0] ?? [0, 1];
  return measure === "loss" ? Math.min(top, highest * first) : top;
}
