const minus = "\u2212";

/** Above this, a number's digits are more than anybody would read. */
const longest = 1e7;

/** For reading: a true minus sign, and no sign at zero. */
export function rounded(value: number, digits: number): string {
  if (Math.abs(value) >= longest) return value.toExponential(3).replace(/^-/, minus);
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", minus);
}

/** At most six characters, to fit on a unit. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size < 99.995) return rounded(value, 2);
  return size < 9999.5 ? rounded(value, 0) : value.toExponential(0).replace(/^-/, minus);
}

/** As PyTorch prints it, the sign of zero included. */
export function asPrinted(value: number): string {
  return (Object.is(value, -0) ? "-" : "") + value.toFixed(4);
}

/** Up to five significant digits, without the zeros that say nothing. */
export function compact(value: number): string {
  const number = Number(value.toPrecision(5));
  const text = Math.abs(number) < longest ? String(number) : number.toExponential();
  return text.replace("-", minus);
}

/** The same, but never 1 for what is less. */
export function probabilityText(value: number): string {
  const short = compact(value);
  return short === "1" && value < 1 ? String(value) : short;
}

export function grouped(whole: number): string {
  return whole.toLocaleString("en-US");
}

/** A share of all, in per cent. */
export function percent(share: number, decimals: number): string {
  return `${rounded(100 * share, decimals)}%`;
}

/** With how many decimals a value shows `digits` digits that count. */
export function decimalsOf(value: number, digits: number): number {
  const exponent = Number(value.toExponential(digits - 1).split("e")[1]);
  return Math.min(20, Math.max(0, digits - 1 - exponent));
}

/** Below this, zeros are more than anybody would count. */
const shortest = 1e-12;

/** Whether plain digits would be mostly zeros. */
export const isTiny = (value: number): boolean => value !== 0 && Math.abs(value) < shortest;

/** Never more digits than `digits` that count: plain ones, but for a tiny number. */
export function significant(value: number, digits: number): string {
  if (isTiny(value)) return value.toExponential(digits - 1).replaceAll("-", minus);
  return rounded(Number(value.toPrecision(digits)), decimalsOf(value, digits));
}

/** A positive number by its log10, in powers of ten: also where it is none that float64 has. */
export function powerOfTen(log10: number, digits: number): { mantissa: string; exponent: string } {
  const decimals = digits - 1;
  const floor = Math.floor(log10);
  const mantissa = (10 ** (log10 - floor)).toFixed(decimals);
  // 9.9996 is rounded to 10.000.
  return Number(mantissa) < 10
    ? { mantissa, exponent: rounded(floor, 0) }
    : { mantissa: (1).toFixed(decimals), exponent: rounded(floor + 1, 0) };
}

/** The same as HTML. */
export function scientific(log10: number, digits: number): string {
  const { mantissa, exponent } = powerOfTen(log10, digits);
  return `${mantissa} × 10<sup>${exponent}</sup>`;
}
