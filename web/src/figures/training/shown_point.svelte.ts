import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { latestOnly } from "../shared/policies";
import { resource } from "../shared/resource.svelte";
import type { ByArm } from "../networks/pair";
import { schedule } from "../networks/schedule";
import { allUpdates, updatesPerEpoch, type Point, type Trained } from "../networks/trained";
import { visit } from "../networks/visit";

export type ShownPoint = Point & { networks: ByArm<Network> };

const hasNetworks = (point: Point): point is ShownPoint => point.networks !== undefined;

/**
 * The point of a run to show after `updates()`: one that the run keeps, or where none is exactly
 * there, as for a link to a single update, one that is trained for it. For a component's setup.
 */
export function shownPoint(
  dropout: Dropout,
  trained: () => Trained | undefined,
  /** And whether nothing but exactly that will do. */
  wanted: () => { updates: number; isExact: boolean },
) {
  const kept = $derived.by(() => {
    const run = trained();
    if (!run) return undefined;
    const points = run.points.filter(hasNetworks);
    const { updates } = wanted();
    // Sums of steps along the axis may fall short of a point by rounding.
    return points.findLast((point) => point.updates <= updates + 1e-6) ?? points[0];
  });
  const task = $derived(trained()?.task);
  const visitedUpdates = $derived.by(() => {
    const run = trained();
    const { updates, isExact } = wanted();
    if (!run || !isExact || updates <= 0 || updates >= allUpdates(run)) return undefined;
    return schedule(run.epochs, updatesPerEpoch(run)).includes(updates) ? undefined : updates;
  });
  const visits = resource(
    () => (task && visitedUpdates !== undefined ? { task, updates: visitedUpdates } : undefined),
    ({ task, updates }, { signal }) => visit(dropout, task, updates, signal),
    latestOnly,
  );
  return {
    get value(): ShownPoint | undefined {
      const { answered } = visits;
      const isThere =
        answered && answered.request.task === task && answered.request.updates === visitedUpdates;
      return isThere ? answered.result : kept;
    },
  };
}
