import type { Scale } from "./scale";

/** Pixels, beyond any picture: browsers refuse numbers that float32 does not have. */
const farthest = 1e5;

// Of a pixel: finer than any screen.
const rounded = (pixels: number) =>
  Number(Math.max(-farthest, Math.min(farthest, pixels)).toFixed(3));

/** The `d` of a path: straight lines from point to point. */
export function pathThrough(points: readonly [number, number][], x: Scale, y: Scale): string {
  const places = points.map(([value, height]) => `${rounded(x(value))},${rounded(y(height))}`);
  return places.length > 0 ? `M${places.join("L")}` : "";
}
