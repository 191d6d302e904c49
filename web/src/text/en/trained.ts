/** What the figures that look into trained networks share. */
export const trained = {
  controls: {
    samples: "Training samples",
    wrongLabels: "Wrong labels",
    epochs: "Epochs",
    seed: "Seed",
  },
  recipe: (
    network: string,
    pDrop: string,
    inputPDrop: string | undefined,
    data: string,
    epochs: string,
  ) =>
    `A ${network} network with <i>p</i><sub>drop</sub> ${pDrop}${inputPDrop ? ` (and ${inputPDrop} on its inputs)` : ""}, ${epochs} ${epochs === "1" ? "epoch" : "epochs"} on ${data}.`,
  data: (samples: string, name: string, wrong: string | undefined) =>
    `${samples} ${samples === "1" ? "sample" : "samples"} of ${name}${wrong ? `, ${wrong} of their labels wrong` : ""}`,
  dataNames: {
    digits: "handwritten digits",
    moons: "moons",
    circles: "circles",
    xor: "squares (xor)",
    spirals: "spirals",
    wave: "a curve",
  },
  epochsWrong: (most: number, got: string) => ` must be a number from 0 to ${most}, got ${got}`,
  takeNetwork: "Use the network trained above",
  takeSettings: "Use the settings of the training figure",
  train: "Train the network",
  explain: "There is no trained network yet. Training it takes some seconds, on your machine.",
  progress: (percent: number, time: string) => `Training: ${percent}%, about ${time} left`,
  starting: "Training: starting",
  cancel: "Cancel",
  earlier: "The results below are of earlier settings.",
  result: (test: string, training: string) =>
    `With all units on, it gets <strong>${test}</strong> of the test samples wrong, and ${training} of those it was trained on.`,
  diverged: (updates: string) =>
    `Training diverged after ${updates} updates: its numbers grew too large. This is the network of just before. A smaller learning rate helps.`,
};
