/** How high the reader can make the kept tiles, in a, and by how much a key changes that. */
export const heights = { least: 0.1, most: 100, step: 0.05 };

/** How near a hand must come to the right height to be taken there, in a. */
const near = 0.03;

const bounded = (height: number) => Math.min(heights.most, Math.max(heights.least, height));

/** A dragged height, or the right one where it comes near. */
export const dragged = (height: number, right: number): number =>
  Math.abs(height - right) < near ? right : bounded(height);

/** The next height on a grid of steps, or the right one where it lies between. */
export function stepped(from: number, step: number, right: number): number {
  const next = bounded(
    Number((Math.round((from + step) / heights.step) * heights.step).toFixed(2)),
  );
  return (from - right) * (next - right) < 0 ? right : next;
}
