import type { Scaling } from "../../api/core/types";

export type Extent = [low: number, high: number];

/** From where to where the values reach, 0 included. */
export function extentOf({ training, expected_training, test, test_samples }: Scaling): Extent {
  const extent: Extent = [0, 0];
  for (const row of [...training, expected_training, test, ...(test_samples ?? [])]) {
    extent[0] = Math.min(extent[0], ...row);
    extent[1] = Math.max(extent[1], ...row);
  }
  return size(extent) === 0 ? [0, 1] : extent;
}

/** The scale that a panel shares with `others`, or its own where that would squeeze it. */
export function roomy(own: Extent, others: Extent[]): Extent {
  const all = [own, ...others];
  const shared: Extent = [
    Math.min(...all.map(([low]) => low)),
    Math.max(...all.map(([, high]) => high)),
  ];
  return size(shared) <= 2 * size(own) ? shared : own;
}

const size = ([low, high]: Extent) => high - low;
