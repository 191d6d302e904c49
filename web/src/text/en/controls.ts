export const controls = {
  pDrop: "p_drop",
  pKeep: "p (keep)",
  generators: {
    "torch-intel": "PyTorch on an Intel CPU",
    torch: "PyTorch on other CPUs",
    numpy: "NumPy (np.random.seed)",
  },
  sliderOf: (label: string) => `${label}, slider`,
  hiddenUnit: (unit: number, output: string) => `Hidden unit ${unit}, output ${output}`,
};
