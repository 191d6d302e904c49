export interface Point {
  x: number;
  y: number;
}

interface DiagramLayout {
  width: number;
  height: number;
  /** `[layer][unit]`, inputs first. */
  units: Point[][];
}

/** Sizes in CSS pixels at scale 1. A unit's own cell is large enough for a fingertip. */
export const unitRadius = 20;
const cellHeight = 52;
export const usualColumnWidth = 62;

/** Layers from left to right, each centred on the tallest one. */
export function layOut(widths: number[], columnWidth: number): DiagramLayout {
  const height = Math.max(...widths) * cellHeight;
  return {
    width: (widths.length - 1) * columnWidth + 2 * unitRadius + 8,
    height,
    units: widths.map((count, layer) =>
      Array.from({ length: count }, (_, unit) => ({
        x: unitRadius + 4 + layer * columnWidth,
        y: height / 2 + (unit - (count - 1) / 2) * cellHeight,
      })),
    ),
  };
}
