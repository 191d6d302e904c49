import { blank, stroke, type Bitmap, type Point } from "./bitmap";

type Line = [number, number][];

/** What lines of the pen leave on a blank sheet. */
const drawn = (...lines: Line[]): Bitmap =>
  lines.reduce((sheet, line) => {
    const points = line.map(([x, y]): Point => ({ x, y }));
    return points.slice(1).reduce((so, to, i) => stroke(so, points[i]!, to, 1), sheet);
  }, blank);

/** A digit, and what is none. */
export const examples = {
  // With a bar, as most writers of the data set had it.
  seven: drawn(
    [
      [10, 5],
      [22, 5],
      [13, 28],
    ],
    [
      [12, 17],
      [23, 16],
    ],
  ),
  cross: drawn(
    [
      [7, 7],
      [25, 25],
    ],
    [
      [25, 7],
      [7, 25],
    ],
  ),
  square: drawn(
    ...Array.from({ length: 9 }, (_, i): Line => [
      [9, 6 + 2.5 * i],
      [23, 6 + 2.5 * i],
    ]),
  ),
  stripes: drawn(
    ...[4, 16, 28].map((y): Line => [
      [8, y],
      [24, y],
    ]),
  ),
};

export type Example = keyof typeof examples;
