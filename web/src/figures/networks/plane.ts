import type { Matrix } from "../../api/core/types";
import type { Task } from "./task";

/** Of a picture of data in the plane: points of its grid, across and down, and its height for its width. */
export const grid = { columns: 49, rows: 28 };
export const aspect = 0.56;

/** How far the picture reaches to both sides, in halves. */
export function reachOf({ options }: Task): number {
  const { inputs } = options.training;
  const farthest = Math.max(...inputs.flatMap(([x, y]) => [Math.abs(x!), Math.abs(y!) / aspect]));
  return Math.max(1.5, Math.min(5, Math.ceil(2 * farthest) / 2));
}

/** From -reach to reach. */
export function spaced(reach: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => reach * ((2 * i) / (points - 1) - 1));
}

/** Row by row, from the top left on. */
export function gridOf(reach: number): Matrix {
  const across = spaced(reach, grid.columns);
  const up = spaced(aspect * reach, grid.rows);
  return up.reverse().flatMap((y) => across.map((x) => [x, y]));
}
