import type { Generator } from "../core/types";

export const generatorNames: Record<Generator, string> = {
  "torch-intel": "PyTorch on an Intel CPU",
  torch: "PyTorch on other CPUs",
  numpy: "NumPy (np.random.seed)",
};
