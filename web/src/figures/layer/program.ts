import type { Generator, Seed } from "../../api/core/types";
import { lowestBits } from "../../api/input/seeds";
import type { Framework } from "../../text/program_input";

export const frameworks: readonly Framework[] = ["pytorch", "numpy", "keras"];

/** The seed from which this generator's MT19937 starts as PyTorch's does from `seed`. */
export const seedFor = (generator: Generator, seed: Seed): Seed =>
  generator === "numpy" ? lowestBits(seed, 32) : seed;

/** What each framework's program is seeded with. Keras's own seeds have 31 bits. */
export const seedsOf = (seed: Seed): Record<Framework, Seed> => ({
  pytorch: seed,
  numpy: seedFor("numpy", seed),
  keras: lowestBits(seed, 31),
});
