import { decimalsOf, isTiny, rounded, significant } from "../../text/format";
import { text } from "../../text";

export interface Quantity {
  value: number;
  /** Of an estimate; undefined for what is exact but for rounding. */
  standardError: number | undefined;
  /** Exact quantities that are no further apart are the same, as far as the core can tell. */
  rounding: number;
}

export const exactly = (value: number, rounding: number): Quantity => ({
  value,
  standardError: undefined,
  rounding,
});

/** To compare: six digits of the largest, as many decimals of the others; of estimates, less. */
export function printed(quantities: Quantity[]): string[] {
  const largest = Math.max(...quantities.map(({ value }) => Math.abs(value)));
  return quantities.map(({ value, standardError }) =>
    standardError === undefined
      ? isTiny(largest)
        ? significant(value, 6)
        : rounded(value, decimalsOf(largest, 6))
      : estimate(value, standardError),
  );
}

/** With the two digits of its standard error that mean something. */
function estimate(value: number, standardError: number): string {
  if (standardError === 0) return `${significant(value, 6)} ± 0`;
  if (isTiny(standardError)) return `${significant(value, 6)} ± ${significant(standardError, 2)}`;
  return `${rounded(value, decimalsOf(standardError, 2))} ± ${significant(standardError, 2)}`;
}

/** Whether two quantities are the same, as far as rounding lets one see. */
export function coincide(a: Quantity, b: Quantity): boolean {
  if (errorOf(a, b) !== undefined) return false;
  return Math.abs(a.value - b.value) <= noiseOf(a, b);
}

/** How far apart two quantities are, in no more digits than are known. */
export function difference(a: Quantity, b: Quantity): string {
  if (coincide(a, b)) return text.averages.pairs.none;
  const size = Math.abs(a.value - b.value);
  const standardError = errorOf(a, b);
  if (standardError !== undefined) return estimate(size, standardError);
  const known = Math.floor(Math.log10(size / noiseOf(a, b)));
  return significant(size, Math.min(3, Math.max(1, known)));
}

function noiseOf(a: Quantity, b: Quantity): number {
  return Math.max(a.rounding, b.rounding);
}

/** Of the difference between an estimate and what is exact: only one of the two is ever estimated. */
function errorOf(a: Quantity, b: Quantity): number | undefined {
  return a.standardError ?? b.standardError;
}
