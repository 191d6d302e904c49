import { passes } from "./ten_passes";

/** Where the parts of a picture of tiles are, in pixels. */
export interface TileLayout {
  width: number;
  height: number;
  isNarrow: boolean;
  /** How high a tile of height a is. */
  unit: number;
  /** Where tiles stand, row by row. */
  bases: number[];
  /** How many tiles stand in a row. */
  perRow: number;
  /** The left end of a row's first tile, and the right end of its last. */
  from: number;
  to: number;
  tile: number;
  gap: number;
  /** The bar of test time: beside the first row. */
  test: { from: number; width: number };
  /** The largest height that the picture has room for, in a. */
  most: number;
}

/** A tile is pressed by a fingertip. */
const leastStep = 44;
/** How far below the ground a press still counts: the mask's digit stands there. */
export const belowGround = 22;

/** In pixels; `beside` is for labels and the bar of test time, `units` for one a and for two. */
const twoRows = { perRow: passes / 2, mostStep: 72, top: 46, from: 44, beside: [300, 300] };
const kinds = {
  narrow: { ...twoRows, top: 26, from: 24, beside: [36, 118], units: [72, 50] },
  middle: { ...twoRows, units: [80, 60] },
  wide: { ...twoRows, perRow: passes, mostStep: 54, units: [132, 132] },
} as const;
type Kind = (typeof kinds)[keyof typeof kinds];

const leastWidth = ({ from, beside, perRow }: Kind) => from + perRow * leastStep + beside[0];

/** `room`: for how many a there is room. Ten tiles of a fingertip's width may need two rows. */
export function tileLayout(width: number, room: 1 | 2): TileLayout {
  const isNarrow = width < leastWidth(kinds.middle);
  const kind = isNarrow ? kinds.narrow : width < leastWidth(kinds.wide) ? kinds.middle : kinds.wide;
  const { from, perRow } = kind;
  const [leastBeside, mostBeside] = kind.beside;
  const free = width - from - perRow * leastStep;
  const beside = Math.max(leastBeside, Math.min(mostBeside, free));
  const step = Math.min(kind.mostStep, (width - from - beside) / perRow);
  const tile = Math.round(step * (isNarrow ? 0.8 : 0.82));
  const testWidth = isNarrow ? 24 : 56;
  const unit = kind.units[room - 1]!;
  const firstBase = kind.top + room * unit;
  const reach = firstBase - 12;
  const rowHeight = reach + belowGround + 2;
  const bases = Array.from({ length: passes / perRow }, (_, row) => firstBase + row * rowHeight);
  return {
    width,
    height: bases.at(-1)! + (isNarrow ? 34 : 46),
    isNarrow,
    unit,
    bases,
    perRow,
    from,
    to: from + perRow * step - (step - tile),
    tile,
    gap: step - tile,
    test: { from: width - testWidth - (isNarrow ? 2 : 20), width: testWidth },
    most: reach / unit,
  };
}

/** The row beside which the mean has its label: in narrow pictures, test time leaves none beside the first. */
export const meanRow = ({ isNarrow, bases }: TileLayout): number =>
  isNarrow ? bases.length - 1 : 0;

export const rowOf = ({ perRow }: TileLayout, pass: number): number => Math.floor(pass / perRow);

export const tileFrom = ({ from, tile, gap, perRow }: TileLayout, pass: number): number =>
  from + (pass % perRow) * (tile + gap);

/** The place of a height, given in a: what is too high for the picture ends at its row's top. */
export const heightAt = ({ bases, unit, most }: TileLayout, height: number, row: number): number =>
  bases[row]! - Math.min(height, most) * unit;

/** Where the mean's label starts, and the ground of its last line: below its line, if there is room. */
export function meanLabelAt(layout: TileLayout, mean: number, isAbove: boolean) {
  const { isNarrow, to } = layout;
  const row = meanRow(layout);
  const line = heightAt(layout, mean, row);
  const lowest = layout.bases[row]! - 6;
  if (!isNarrow) return { x: to + 10, y: isAbove ? line - 8 : Math.min(line + 19, lowest) };
  return { x: to + 4, y: isAbove || line + 28 > lowest ? line - 5 : line + 28 };
}
