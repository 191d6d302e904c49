export interface Point {
  x: number;
  y: number;
}

export interface DiagramLayout {
  width: number;
  height: number;
  /** `[layer][unit]`, inputs first. */
  units: Point[][];
}

/** Sizes in CSS pixels at scale 1. A unit's own cell is large enough for a fingertip. */
export const unitRadius = 20;
const cell = { width: 62, height: 52 };

/** Layers from left to right, each centred on the tallest one. */
export function layOut(widths: number[]): DiagramLayout {
  const height = Math.max(...widths) * cell.height;
  return {
    width: (widths.length - 1) * cell.width + 2 * unitRadius + 8,
    height,
    units: widths.map((count, layer) =>
      Array.from({ length: count }, (_, unit) => ({
        x: unitRadius + 4 + layer * cell.width,
        y: height / 2 + (unit - (count - 1) / 2) * cell.height,
      })),
    ),
  };
}
