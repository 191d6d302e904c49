import { grouped } from "../../format";

/** 2^units in full, or where nobody would read all its digits, nothing. */
export function inDigits(units: number): string {
  return units < 50 ? grouped(2 ** units) : "";
}

const names = ["million", "billion", "trillion"];

/** How large 2^units is, or nothing where its digits say it. */
export function inWords(units: number): string {
  if (units < 20) return "";
  if (units >= 50) return `a number with ${(2n ** BigInt(units)).toString().length} digits`;
  const thousands = Math.floor(Math.log10(2 ** units) / 3);
  const size = Number((2 ** units / 1000 ** thousands).toPrecision(2));
  return `about ${size === 1 ? "a" : size} ${names[thousands - 2]}`;
}
