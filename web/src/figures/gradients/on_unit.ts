import { rounded, short } from "../../text/format";

/** A number to write on a unit: with one decimal at most, where the unit is small. */
export const onUnit = (value: number, isSmall: boolean): string =>
  isSmall && Math.abs(value) < 999 ? rounded(value, Math.abs(value) < 9.95 ? 1 : 0) : short(value);
