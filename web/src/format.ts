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
