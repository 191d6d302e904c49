import { passes } from "./ten_passes";

/** Where the parts of a picture of tiles are, in pixels. */
export interface TileLayout {
  width: number;
  height: number;
  isNarrow: boolean;
  /** How high a tile of height a is. */
  unit: number;
  /** Where tiles stand. */
  base: number;
  /** The left end of the first tile, and the right end of the last. */
  from: number;
  to: number;
  tile: number;
  gap: number;
  /** The bar of test time. */
  test: { from: number; width: number };
  /** The largest height that the picture has room for, in a. */
  most: number;
}

/** `room`: for how many a there is room. */
export function tileLayout(width: number, room: 1 | 2): TileLayout {
  const isNarrow = width < 560;
  const unit = isNarrow ? (room === 1 ? 140 : 92) : 132;
  const top = isNarrow ? 36 : 46;
  const base = top + room * unit;
  const from = isNarrow ? 26 : 44;
  // Beside the tiles: a label, then the bar of test time.
  const beside = isNarrow ? 118 : 300;
  const step = Math.min(54, (width - from - beside) / passes);
  const tile = Math.round(step * (isNarrow ? 0.8 : 0.82));
  const testWidth = isNarrow ? 30 : 56;
  return {
    width,
    height: base + (isNarrow ? 34 : 46),
    isNarrow,
    unit,
    base,
    from,
    to: from + passes * step - (step - tile),
    tile,
    gap: step - tile,
    test: { from: width - testWidth - (isNarrow ? 4 : 20), width: testWidth },
    most: (base - 12) / unit,
  };
}

export const tileFrom = ({ from, tile, gap }: TileLayout, pass: number): number =>
  from + pass * (tile + gap);

/** The place of a height, given in a: what is too high for the picture ends at its top. */
export const heightAt = ({ base, unit, most }: TileLayout, height: number): number =>
  base - Math.min(height, most) * unit;
