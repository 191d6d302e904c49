import type { Generator } from "../core/types";
import type { Dropout } from "../dropout";
import { attempt } from "./attempt";

/** The seed after this one, or 0 where the generator knows none. */
export function nextSeed(dropout: Dropout, generator: Generator, seed: number): number {
  const isAllowed = (next: number) =>
    !attempt(() => dropout.masks({ generator, seed: next, p_drop: 0, samples: 1, units: 1 })).error;
  return isAllowed(seed + 1) ? seed + 1 : 0;
}
