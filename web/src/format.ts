const minus = "\u2212";

/** For reading: a true minus sign, and no sign at zero. */
export function rounded(value: number, digits: number): string {
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
  return String(Number(value.toPrecision(5))).replace("-", minus);
}

export function grouped(whole: number): string {
  return whole.toLocaleString("en-US");
}

/** With how many decimals a value shows `digits` digits that count. */
export function decimalsOf(value: number, digits: number): number {
  const exponent = Number(value.toExponential(digits - 1).split("e")[1]);
  return Math.min(20, Math.max(0, digits - 1 - exponent));
}

/** In plain digits, however small it is: never more of them than `digits` that count. */
export function significant(value: number, digits: number): string {
  return rounded(Number(value.toPrecision(digits)), decimalsOf(value, digits));
}

/** A time as one would say it. */
export function duration(seconds: number): string {
  if (seconds < 0.001) return "less than a millisecond";
  if (seconds < 1) return `${significant(seconds * 1000, seconds < 0.01 ? 1 : 2)} ms`;
  return seconds < 100 ? `${significant(seconds, 2)} s` : `${Math.round(seconds / 60)} minutes`;
}

/** A probability by its log10, to four digits, as HTML: also where the number itself would be 0. */
export function probability(log10: number): string {
  if (log10 === -Infinity) return "0";
  if (log10 > -4) return significant(10 ** log10, 4);
  let exponent = Math.floor(log10);
  let mantissa = (10 ** (log10 - exponent)).toFixed(3);
  // 9.9996 is rounded to 10.000.
  if (mantissa === "10.000") [mantissa, exponent] = ["1.000", exponent + 1];
  return `${mantissa} × 10<sup>${rounded(exponent, 0)}</sup>`;
}

/** A large number by its log10, roughly, as HTML. */
export function magnitude(log10: number): string {
  return log10 < 7
    ? grouped(Number((10 ** log10).toPrecision(2)))
    : `10<sup>${Math.round(log10)}</sup>`;
}
