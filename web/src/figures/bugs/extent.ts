import type { Scaling } from "../../api/core/types";

export type Extent = [low: number, high: number];

/** From where to where numbers reach, 0 included. */
export function extentOf(values: Iterable<number>): Extent {
  let [low, high]: Extent = [0, 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low === high ? [0, 1] : [low, high];
}

/** All that a chart of it draws. */
export const valuesOf = ({ training, expected_training, test, test_samples }: Scaling): number[] =>
  [...training, expected_training, test, ...(test_samples ?? [])].flat();
