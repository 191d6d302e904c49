import type { Seed } from "../../api/core/types";
import { seedFrom } from "../../api/input/seeds";

const withPlainMinus = (text: string) => text.trim().replace("\u2212", "-");

/** Decimal digits, as in addresses. JavaScript would also take "0x1". */
const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * What was typed, as the number it stands for. Text that is no number, or one that float64 cannot
 * hold, stays text: the core then refuses it with a message that quotes it.
 */
export function numberFrom(text: string): number {
  const trimmed = withPlainMinus(text);
  const value = Number(trimmed);
  const isLost = !Number.isFinite(value) || (value === 0 && /^[^e]*[1-9]/i.test(trimmed));
  return decimal.test(trimmed) && !isLost ? value : (text as unknown as number);
}

/** The same of a seed, which is exact. "1e19" stays text: as a number, it might not be. */
export function typedSeed(text: string): Seed {
  const exact = seedFrom(withPlainMinus(text));
  if (exact !== undefined) return exact;
  const value = numberFrom(text);
  const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
  return isExact ? value : (text as unknown as number);
}
