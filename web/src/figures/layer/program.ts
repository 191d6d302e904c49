import type { Generator, KeepMask, Matrix, Seed } from "../../api/core/types";
import { lowestBits } from "../../api/input/seeds";

export const languages = ["pytorch", "numpy", "keras"] as const;
export type Language = (typeof languages)[number];

/** What a program is given so that it computes the figure's numbers. */
export interface ProgramInput {
  inputs: number;
  outputs: number;
  samples: number;
  pDrop: number;
  seed: Seed;
  /** For one that cannot draw them itself. */
  weight: Matrix;
  bias: number[];
  keepMask: KeepMask;
}

/** The seed from which this generator's MT19937 starts as PyTorch's does from `seed`. */
export const seedFor = (generator: Generator, seed: Seed): Seed =>
  generator === "numpy" ? lowestBits(seed, 32) : seed;
