import { percent, significant } from "../../text/format";
import type { Measure } from "./curves";

export const measured = (value: number, measure: Measure): string =>
  measure === "error" ? percent(value, 1) : Number.isFinite(value) ? significant(value, 3) : "∞";
