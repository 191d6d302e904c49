import type { KeepMask, Matrix } from "../../core/types";

export const languages = ["pytorch", "numpy", "keras"] as const;
export type Language = (typeof languages)[number];

/** What a program is given so that it computes the figure's numbers. */
export interface ProgramInput {
  inputs: number;
  outputs: number;
  samples: number;
  pDrop: number;
  seed: number;
  /** For one that cannot draw them itself. */
  weight: Matrix;
  bias: number[];
  keepMask: KeepMask;
}
