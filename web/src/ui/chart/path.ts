import type { Scale } from "./scale";

// Of a pixel: finer than any screen.
const rounded = (pixels: number) => Number(pixels.toFixed(3));

/** The `d` of a path: straight lines from point to point. */
export function pathThrough(points: readonly [number, number][], x: Scale, y: Scale): string {
  const places = points.map(([value, height]) => `${rounded(x(value))},${rounded(y(height))}`);
  return places.length > 0 ? `M${places.join("L")}` : "";
}
