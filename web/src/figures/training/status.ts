import { trainingStatus } from "../shared/training_status";
import type { Point, Trained } from "../networks/trained";
import { sentenceOf } from "./sentence";

/** While training goes on, how far it is; then how both networks do. */
export function statusOf(trained: Trained, point: Point, isTraining: boolean): string {
  const { points, epochs } = trained;
  const { updates, states } = points.at(-1)!;
  if (isTraining) return trainingStatus(updates / (epochs * states.without.updates_per_epoch));
  return sentenceOf(trained, point).replace(/<\/?\w+[^>]*>/g, "");
}
