/**
 * A drawing, row by row: 1 = ink. The digits of the data set were such bitmaps, too, before the ink
 * of each block of 4 × 4 was counted.
 */
export type Bitmap = readonly (0 | 1)[];

/** Pixels, from the left and from the top edge. */
export interface Point {
  x: number;
  y: number;
}

export const side = 32;
export const block = 4;
const blocks = side / block;

/** Of the pen: together with `fitted`, lines become about as thick as those of the data. */
const radius = 2.2;
/** Hardly any digit of the data is wider than this; every one is as high as the bitmap. */
const widest = 20;
/** How much more one direction may be stretched than the other: a dash must not become a block. */
const mostDistortion = 2;

export const blank: Bitmap = Array.from({ length: side * side }, () => 0);

/** A straight line of the pen, drawn with 1, erased with 0. */
export function stroke(bitmap: Bitmap, from: Point, to: Point, ink: 0 | 1): Bitmap {
  return bitmap.map((pixel, i) =>
    distance({ x: (i % side) + 0.5, y: Math.floor(i / side) + 0.5 }, from, to) <= radius
      ? ink
      : pixel,
  );
}

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = (point.x - from.x) * dx + (point.y - from.y) * dy;
  const t = Math.max(0, Math.min(1, along / (dx * dx + dy * dy || 1)));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/** 8 rows of 8: the pixels with ink of each block, from 0 to 16. */
export function inkCounts(bitmap: Bitmap): number[] {
  const counts = Array.from({ length: blocks * blocks }, () => 0);
  bitmap.forEach((ink, i) => {
    const row = Math.floor(i / side / block);
    counts[row * blocks + Math.floor((i % side) / block)]! += ink;
  });
  return counts;
}

/**
 * The drawing moved to the middle and enlarged until it is as high as the bitmap, and squeezed where
 * it is then too wide: as far as the data shows, that is how its digits were prepared.
 */
export function fitted(bitmap: Bitmap): Bitmap {
  const inked = bitmap.flatMap((ink, i) => (ink ? [i] : []));
  if (inked.length === 0) return bitmap;
  const columns = extent(inked.map((i) => i % side));
  const rows = extent(inked.map((i) => Math.floor(i / side)));
  const highest = side / rows.size;
  const across = Math.min(highest, widest / columns.size);
  const down = Math.min(highest, mostDistortion * across);
  return blank.map((_, i) => {
    const x = columns.source((i % side) + 0.5, across);
    const y = rows.source(Math.floor(i / side) + 0.5, down);
    return x === undefined || y === undefined ? 0 : bitmap[y * side + x]!;
  });
}

function extent(places: number[]) {
  const first = Math.min(...places);
  const size = Math.max(...places) + 1 - first;
  return {
    size,
    /** Which place comes to stand where, if the extent is enlarged around the bitmap's middle. */
    source(at: number, scale: number): number | undefined {
      const place = Math.floor((at - side / 2) / scale + size / 2);
      return place >= 0 && place < size ? first + place : undefined;
    },
  };
}

/** Hexadecimal: four pixels a digit. */
export const toText = (bitmap: Bitmap): string =>
  Array.from({ length: bitmap.length / 4 }, (_, i) =>
    parseInt(bitmap.slice(4 * i, 4 * i + 4).join(""), 2).toString(16),
  ).join("");

export function fromText(text: string): Bitmap | undefined {
  if (!/^[0-9a-f]{256}$/.test(text)) return undefined;
  return [...text].flatMap((digit) =>
    [...parseInt(digit, 16).toString(2).padStart(4, "0")].map((bit) => (bit === "1" ? 1 : 0)),
  );
}

/** The pixels with ink as an SVG path, a pixel as its unit. */
export function pathOf(bitmap: Bitmap): string {
  let path = "";
  for (let i = 0; i < bitmap.length; ++i) {
    if (!bitmap[i] || (i % side > 0 && bitmap[i - 1])) continue;
    let end = i;
    while (end % side < side - 1 && bitmap[end + 1]) ++end;
    path += `M${i % side},${Math.floor(i / side)}h${end - i + 1}v1h${i - end - 1}z`;
  }
  return path;
}
