import { grouped } from "../../text/format";
import { text } from "../../text";

/** 2^units in full, or where nobody would read all its digits, nothing. */
export function inDigits(units: number): string {
  return units < 50 ? grouped(2 ** units) : "";
}

/** How large 2^units is, or nothing where its digits say it. */
export function inWords(units: number): string {
  const words = text.averages.count;
  if (units < 20) return "";
  if (units >= 50) return words.digits((2n ** BigInt(units)).toString().length);
  const thousands = Math.floor(Math.log10(2 ** units) / 3);
  const size = Number((2 ** units / 1000 ** thousands).toPrecision(2));
  return words.about(`${size === 1 ? words.a : size} ${words.names[thousands - 2]}`);
}
