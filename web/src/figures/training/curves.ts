import type { Evaluation } from "../../api/core/training_types";
import { schedule } from "../networks/schedule";
import { allUpdates, updatesPerEpoch, type Point, type Trained } from "../networks/trained";
import { arms, type Arm, type Task } from "../networks/task";

/** What curves show: the mean loss, or the share of samples that are put into a wrong class. */
export type Measure = "error" | "loss";

/** What tells how well a network does; the first of them most of all. */
export const measuresOf = ({ classes }: Task): [Measure, ...Measure[]] =>
  classes === undefined ? ["loss"] : ["error", "loss"];

export const measureOf = (evaluation: Evaluation, measure: Measure): number =>
  measure === "loss" ? evaluation.loss : evaluation.error!;

/** One of the curves: of which network, on which data; "masked" is on training data with masks on. */
export interface Curve {
  arm: Arm;
  kind: "masked" | "training" | "test";
}

/** In the order they are drawn: what matters most, last. */
export function curvesOf({ points }: Trained, measure: Measure): Curve[] {
  const hasMasked = measure === "error" && points[0]!.maskedError !== undefined;
  const kinds: Curve["kind"][] = ["masked", "training", "test"];
  return kinds.flatMap((kind) =>
    (kind === "masked" ? (hasMasked ? (["with"] as const) : []) : arms).map((arm) => ({
      arm,
      kind,
    })),
  );
}

export function valueAt(point: Point, { arm, kind }: Curve, measure: Measure): number {
  if (kind === "masked") return point.maskedError ?? NaN;
  return measureOf(point.states[arm][kind], measure);
}

/** Where a number of updates lies on the time axis, from 0 to 1: early epochs get more room. */
export const placeOf = (updates: number, all: number): number => Math.sqrt(updates / all);

/** Where on the axis a run can be looked at. */
export const stopsOf = (trained: Trained) =>
  schedule(trained.epochs, updatesPerEpoch(trained)).map((updates) => ({
    updates,
    epoch: updates / updatesPerEpoch(trained),
    place: placeOf(updates, allUpdates(trained)),
  }));

/** How far along the time axis, and what the curve is there. */
export const pointsOf = (
  trained: Trained,
  curve: Curve,
  measure: Measure,
): { place: number; updates: number; value: number }[] => {
  const all = allUpdates(trained);
  return trained.points
    .map((point) => {
      // One that has diverged stops there.
      const { updates } = point.states[curve.arm];
      return { place: placeOf(updates, all), updates, value: valueAt(point, curve, measure) };
    })
    .filter(({ value }) => Number.isFinite(value));
};

/** Epochs to write below the time axis, evenly spaced in about the same way as the points. */
export function epochTicksOf(trained: Trained, isSmall: boolean) {
  const { epochs } = trained;
  const shares = isSmall ? [0, 1 / 15, 1 / 3, 1] : [0, 1 / 60, 1 / 15, 1 / 6, 1 / 3, 2 / 3, 1];
  const round = (epoch: number) => Math.round(Number(epoch.toPrecision(1)));
  const whole = new Set(shares.map((share) => (share === 1 ? epochs : round(share * epochs))));
  return [...whole].map((epoch) => ({ epoch, place: placeOf(epoch, epochs) }));
}

/** Above which errors leave the chart: set before a run, so that its axis stays. */
const highestError = ({ classes, settings }: Task): number =>
  classes === 2 ? 0.5 : settings.pDrop > 0.6 ? 1 : 0.6;

/** The top of the vertical axis. Of losses, from the untrained networks'. */
export function topOf({ task, points }: Trained, measure: Measure): number {
  if (measure === "error") return highestError(task);
  const first = Math.max(
    ...arms.flatMap((arm) => [
      points[0]!.states[arm].training.loss,
      points[0]!.states[arm].test.loss,
    ]),
  );
  return Number.isFinite(first) && first > 0 ? 1.25 * first : 1;
}

/** The error of a network that reads every training sample right, and so contradicts wrong labels. */
export const wrongShare = ({ wrong }: Task): number =>
  wrong.filter(Boolean).length / Math.max(1, wrong.length);
