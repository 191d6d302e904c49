import type { Scale } from "./scale";

/**
 * Which of the numbers first, first + 1, … up to `last` to draw: all of them, or one for each pixel
 * where there are more.
 */
export function perPixel(x: Scale, first: number, last: number): number[] {
  const drawn: number[] = [];
  let column = -Infinity;
  for (let k = first; k <= last; ++k) {
    const at = x(k);
    if (k < last && at < column + 1) continue;
    drawn.push(k);
    column = at;
  }
  return drawn;
}
