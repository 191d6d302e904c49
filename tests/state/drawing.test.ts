import { describe, expect, test } from "vitest";
import {
  blank,
  fitted,
  fromText,
  inkCounts,
  pathOf,
  side,
  stroke,
  toText,
  type Bitmap,
} from "../../web/src/figures/uncertainty/bitmap";
import { examples } from "../../web/src/figures/uncertainty/examples";

const rectangle = (left: number, top: number, width: number, height: number): Bitmap =>
  blank.map((_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return x >= left && x < left + width && y >= top && y < top + height ? 1 : 0;
  });

const ink = (bitmap: Bitmap) => bitmap.reduce((sum: number, pixel) => sum + pixel, 0);

/** Of the ink: the first and the last column, the first and the last row. */
function extent(bitmap: Bitmap) {
  const inked = bitmap.flatMap((pixel, i) => (pixel ? [i] : []));
  const columns = inked.map((i) => i % side);
  const rows = inked.map((i) => Math.floor(i / side));
  return [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)];
}

describe("the pen", () => {
  test("leaves the pixels whose centres are within its reach", () => {
    const dot = stroke(blank, { x: 16.5, y: 10.5 }, { x: 16.5, y: 10.5 }, 1);
    // A disc of radius 2.2 around a centre: offsets (0, 0) to (2, 0), (1, 1), and not (2, 1).
    expect(ink(dot)).toBe(13);
    expect(extent(dot)).toEqual([14, 18, 8, 12]);
  });

  test("draws straight lines, also beyond the edge", () => {
    const line = stroke(blank, { x: -9, y: 16 }, { x: 41, y: 16 }, 1);
    expect(line).toEqual(rectangle(0, 14, 32, 4));
  });

  test("erases what it drew, and nothing else", () => {
    const [from, to] = [
      { x: 3, y: 4 },
      { x: 20, y: 29 },
    ];
    expect(stroke(stroke(blank, from, to, 1), from, to, 0)).toEqual(blank);
    const rest = stroke(rectangle(0, 0, 32, 32), from, to, 0);
    expect(ink(rest) + ink(stroke(blank, from, to, 1))).toBe(side * side);
  });
});

describe("ink counts", () => {
  test("are those of 4 × 4 pixels", () => {
    expect(inkCounts(blank)).toEqual(Array.from({ length: 64 }, () => 0));
    expect(inkCounts(rectangle(0, 0, 32, 32))).toEqual(Array.from({ length: 64 }, () => 16));
    // 3 columns and 2 rows of the second block of the first row, 1 column of the third.
    const counts = inkCounts(rectangle(5, 2, 4, 2));
    expect(counts.slice(0, 4)).toEqual([0, 6, 2, 0]);
    expect(counts.slice(4).every((count) => count === 0)).toBe(true);
  });
});

describe("fitting", () => {
  test("makes a drawing as high as the bitmap, and keeps it in the middle", () => {
    expect(fitted(rectangle(1, 3, 5, 16))).toEqual(rectangle(11, 0, 10, 32));
    expect(extent(fitted(examples.seven)).slice(2)).toEqual([0, 31]);
  });

  test("squeezes what is then too wide", () => {
    expect(fitted(rectangle(4, 8, 16, 16))).toEqual(rectangle(6, 0, 20, 32));
  });

  test("distorts nothing by more than a factor of two", () => {
    // 20 wide is 1 : 1 across, so at most 2 : 1 down.
    expect(fitted(rectangle(5, 1, 20, 4))).toEqual(rectangle(6, 12, 20, 8));
  });

  test("changes nothing where there is nothing to change", () => {
    expect(fitted(blank)).toEqual(blank);
    const once = rectangle(6, 0, 20, 32);
    expect(fitted(once)).toEqual(once);
    for (const example of Object.values(examples)) {
      const [left, right, top, bottom] = extent(fitted(example)) as [
        number,
        number,
        number,
        number,
      ];
      expect(right - left + 1).toBeLessThanOrEqual(20);
      expect(bottom - top + 1).toBe(32);
    }
  });

  test("makes a single pixel neither vanish nor fail", () => {
    expect(ink(fitted(rectangle(31, 31, 1, 1)))).toBeGreaterThan(0);
  });
});

describe("as text", () => {
  test("comes back as it was", () => {
    for (const drawing of [blank, rectangle(3, 1, 9, 30), ...Object.values(examples)]) {
      const text = toText(drawing);
      expect(text).toMatch(/^[0-9a-f]{256}$/);
      expect(fromText(text)).toEqual(drawing);
    }
  });

  test("stands for nothing where it is of another length or has other characters", () => {
    const text = toText(blank);
    for (const wrong of [
      "",
      text.slice(1),
      `${text}0`,
      text.replace(/0$/, "g"),
      text.toUpperCase() + " ",
    ]) {
      expect(fromText(wrong)).toBeUndefined();
    }
  });
});

test("as a path, every run of ink is one rectangle", () => {
  expect(pathOf(rectangle(2, 5, 3, 1))).toBe("M2,5h3v1h-3z");
  // At the end of a row, a run does not go on in the next one.
  expect(pathOf(rectangle(30, 0, 2, 1))).toBe("M30,0h2v1h-2z");
  expect(pathOf(blank)).toBe("");
});
