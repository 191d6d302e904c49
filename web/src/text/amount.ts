import { compact } from "./format";

/** A number of a's, for labels: at most three decimals, but never 0 for what is more. */
export function amount(value: number): string {
  const short = Number(value.toFixed(3));
  if (short !== 0 || value === 0) return compact(short);
  return value.toExponential(0).replaceAll("-", "\u2212");
}

/** The same in a sentence. HTML. */
export function amountOfA(value: number): string {
  const number = amount(value);
  if (number === "0") return "0";
  return number === "1" ? "<i>a</i>" : `${number}&thinsp;<i>a</i>`;
}
