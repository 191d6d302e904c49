import { compact } from "./format";

/** A number of a's, for labels: at most three decimals. */
export const amount = (value: number): string => compact(Number(value.toFixed(3)));

/** The same in a sentence. HTML. */
export function amountOfA(value: number): string {
  const number = amount(value);
  if (number === "0") return "0";
  return number === "1" ? "<i>a</i>" : `${number}&thinsp;<i>a</i>`;
}
