import type { ScaleContinuousNumeric } from "d3-scale";

/** Linear or logarithmic. */
export type Scale = ScaleContinuousNumeric<number, number>;

export interface Tick {
  value: number;
  label: string;
}

/**
 * Ticks at round numbers, about `spacing` pixels apart so that neighbours' labels never touch. Where
 * the scale is linear, labels have the `format` of d3-format's specifiers.
 */
export function ticksOf(scale: Scale, spacing: number, format = ",f"): Tick[] {
  const [from, to] = scale.range() as [number, number];
  const wanted = Math.max(2, Math.floor(Math.abs(to - from) / spacing));
  const [low, high] = scale.domain() as [number, number];
  const isLarge = Math.max(Math.abs(low), Math.abs(high)) >= 1e5;
  if (!("base" in scale)) return ticks(scale, wanted, isLarge ? ".1~e" : format);
  // Asked for more ticks than there are powers of ten, d3 would add many in between.
  const decades = Math.floor(Math.log10(high / low) + 1e-9);
  return ticks(scale, Math.max(1, Math.min(wanted, decades)), isLarge ? "~e" : ",");
}

function ticks(scale: Scale, count: number, specifier: string): Tick[] {
  const format = scale.tickFormat(count, specifier);
  return scale.ticks(count).map((value) => ({ value, label: format(value) }));
}
