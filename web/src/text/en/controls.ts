export const controls = {
  settings: "Settings",
  pDrop: "p_drop",
  pKeep: "p (keep)",
  /** Instead of numbers divided by 1 - p_drop. */
  nothingKept: "p_drop 1 drops every unit: nothing is left to scale.",
  generators: {
    "torch-intel": "PyTorch on an Intel CPU",
    torch: "PyTorch on other CPUs",
    numpy: "NumPy (np.random.seed)",
  },
  sliderOf: (label: string) => `${label}, slider`,
  hiddenUnit: (unit: number, output: string) => `Hidden unit ${unit}, output ${output}`,
  duration: {
    instant: "less than a millisecond",
    milliseconds: (number: string) => `${number} ms`,
    seconds: (number: string) => `${number} s`,
    minutes: (number: number) => `${number} minutes`,
  },
};
