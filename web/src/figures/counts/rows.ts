import { scaleLinear, type Scale } from "../../ui/chart/scale";

/** Where a layer's part of the picture is, in CSS pixels. */
export interface Row {
  top: number;
  base: number;
  /** Of the tallest bar's end: its bracket is above. */
  barTop: number;
  nameY: number;
}

export interface CountsLayout {
  isNarrow: boolean;
  height: number;
  /** Of the share of units that a mask drops: the same for all rows. */
  x: Scale;
  /** How far axes reach beyond the scale. */
  beyond: number;
  widest: number;
  rows: readonly [Row, Row];
}

const narrowRows: [Row, Row] = [
  { top: 34, base: 92, barTop: 48, nameY: 12 },
  { top: 182, base: 264, barTop: 196, nameY: 128 },
];
const wideRows: [Row, Row] = [
  { top: 26, base: 146, barTop: 48, nameY: 44 },
  { top: 246, base: 402, barTop: 268, nameY: 264 },
];

export function layOutRows(width: number): CountsLayout {
  const isNarrow = width < 560;
  const beyond = isNarrow ? 16 : 36;
  const left = isNarrow ? 0 : 128; // The layers' names are there.
  return {
    isNarrow,
    height: isNarrow ? 296 : 448,
    x: scaleLinear([0, 1], [left + beyond, width - beyond]),
    beyond,
    widest: isNarrow ? 30 : 64,
    rows: isNarrow ? narrowRows : wideRows,
  };
}

/** Numbers of units to mark on an axis: all of them where they are few. */
export function marksOf(units: number): number[] {
  if (units <= 12) return Array.from({ length: units + 1 }, (_, k) => k);
  return [...new Set([0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * units)))];
}
