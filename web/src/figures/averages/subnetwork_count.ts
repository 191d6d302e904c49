import { grouped } from "../../text/format";

/** 2^units in full, or where nobody would read all its digits, nothing. */
export function inDigits(units: number): string {
  return units < 50 ? grouped(2 ** units) : "";
}
