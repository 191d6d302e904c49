import type { Generator } from "../core/types";

export const generators: readonly Generator[] = ["torch-intel", "torch", "numpy"];
