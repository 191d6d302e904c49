import { rounded, significant } from "../../format";
import type { Measure } from "./curves";

/** A fraction as readers of error rates know it. */
export const percent = (fraction: number): string => `${rounded(100 * fraction, 1)} %`;

export const measured = (value: number, measure: Measure): string =>
  measure === "error" ? percent(value) : Number.isFinite(value) ? significant(value, 3) : "∞";
