const fingers: Record<string, string> = {
  click: "tap",
  Click: "Tap",
  "point at": "tap",
  "Point at": "Tap",
  "hold the pointer over": "hold a finger on",
  "Hold the pointer over": "Hold a finger on",
};

export const controls = {
  /** What is said for a mouse, for a finger. */
  byFinger: (words: string) =>
    words.replace(new RegExp(Object.keys(fingers).join("|"), "g"), (mouse) => fingers[mouse]!),
  settings: "Settings",
  pDrop: "p_drop",
  pKeep: "p (keep)",
  /** Instead of numbers divided by 1 - p_drop. */
  nothingKept: "<i>p</i><sub>drop</sub> 1 drops every unit: nothing is left to scale.",
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
