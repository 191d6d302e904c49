import type { KeepMask, Matrix, Seed } from "../api/core/types";

/** For which the page has a program that computes the numbers of the layer's figure. */
export type Framework = "pytorch" | "numpy" | "keras";

/** What such a program is given. */
export interface ProgramInput {
  inputs: number;
  outputs: number;
  samples: number;
  pDrop: number;
  seeds: Record<Framework, Seed>;
  /** For one that cannot draw them itself. */
  weight: Matrix;
  bias: number[];
  keepMask: KeepMask;
}
