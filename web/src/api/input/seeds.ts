import type { Seed } from "../core/types";

/** As a number where that is exact: so every seed has one form. */
function simplest(seed: bigint): Seed {
  const number = Number(seed);
  return Number.isSafeInteger(number) ? number : seed;
}

/** Whether PyTorch takes it. The core checks what NumPy takes. */
export function isSeed(value: unknown): value is Seed {
  if (typeof value !== "bigint") return Number.isSafeInteger(value);
  return BigInt.asIntN(64, value) === value || BigInt.asUintN(64, value) === value;
}

/** A whole number from all its digits; undefined for any other text. */
export function seedFrom(digits: string): Seed | undefined {
  return /^-?\d+$/.test(digits) ? simplest(BigInt(digits)) : undefined;
}

/**
 * The seed `steps` later. PyTorch takes 2^64 - 1 as -1, so after it comes 0. Anything but a seed
 * stays as it is, and the core refuses it.
 */
export function laterSeed(seed: Seed, steps: number): Seed {
  if (!isSeed(seed)) return seed;
  const later = BigInt(seed) + BigInt(steps);
  return simplest(later < 2n ** 64n ? later : BigInt.asUintN(64, later));
}

/** For programs whose seeds have fewer bits. With 32, MT19937 starts as after PyTorch's seed. */
export const lowestBits = (seed: Seed, bits: number): number =>
  Number(BigInt.asUintN(bits, BigInt(seed)));
