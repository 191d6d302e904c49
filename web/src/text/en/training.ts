import type { DataName } from "../../figures/training/settings";

export const training = {
  samplesWrong: (most: number, got: number) =>
    ` must be a whole number from 1 to ${most}, got ${got}`,
  presets: {
    moons: {
      name: "Noisy moons",
      point: "",
    },
  },
  controls: {
    data: "Data",
    dataNames: {
      digits: "handwritten digits",
      moons: "moons",
      circles: "circles",
      xor: "squares (xor)",
      spirals: "spirals",
      wave: "a curve (regression)",
    } satisfies Record<DataName, string>,
    samples: "Training samples",
    noise: "Noise",
    wrongLabels: "Wrong labels, share",
    dataSeed: "Seed of the data",
    hiddenLayers: "Hidden layers",
    layers: { one: "one", two: "two" },
    units: (layer: number) => `Units, layer ${layer}`,
    hidden: "hidden units",
    inputs: "inputs",
    activation: "Hidden units",
    batchSize: "Samples per update",
    learningRate: "Learning rate",
    decay: "Its factor per epoch",
    momentum: "Momentum",
    weightDecay: "Weight decay",
    maxNorm: "Max-norm, 0 for none",
    generator: "Random numbers of",
    seed: "Seed of the training",
  },
};
