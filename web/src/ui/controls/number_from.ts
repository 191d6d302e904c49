import type { Seed } from "../../api/core/types";
import { seedFrom } from "../../api/input/seeds";

const withPlainMinus = (text: string) => text.trim().replace("\u2212", "-");

/**
 * What was typed, as the number it stands for. Text that is no number stays text: the core then
 * refuses it with a message that quotes it.
 */
export function numberFrom(text: string): number {
  const trimmed = withPlainMinus(text);
  const value = Number(trimmed);
  return trimmed === "" || Number.isNaN(value) ? (text as unknown as number) : value;
}

/** The same of a seed, which is exact. "1e19" stays text: as a number, it might not be. */
export function typedSeed(text: string): Seed {
  const exact = seedFrom(withPlainMinus(text));
  if (exact !== undefined) return exact;
  const value = numberFrom(text);
  const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
  return isExact ? value : (text as unknown as number);
}
