import type { Generator } from "../../api/core/types";

export const generators: readonly Generator[] = ["torch-intel", "torch", "numpy"];
