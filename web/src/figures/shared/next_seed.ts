import type { Generator, Seed } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { laterSeed } from "../../api/input/seeds";
import { resultOf } from "./result";

/** The seed after this one, or 0 where the generator does not take that. */
export function nextSeed(dropout: Dropout, generator: Generator, seed: Seed): Seed {
  const next = laterSeed(seed, 1);
  const drawn = { generator, seed: next, p_drop: 0, samples: 1, units: 1 };
  return resultOf(() => dropout.masks(drawn)).error ? 0 : next;
}
