import type { Settings } from "./settings";

export interface Preset {
  name: string;
  /** What to look at. */
  point: string;
  settings: Settings;
}

const plain: Settings = {
  hiddenLayers: "one",
  units: [12, 6],
  pDrop: [0.5, 0.5],
  hiddenActivation: "relu",
  outputActivation: "identity",
  shownClass: "0",
  inputs: [8, -8],
  inputPDrop: 0,
  seed: 32,
  showsWrongAverage: false,
};

export const presets: Preset[] = [
  {
    name: "Linear output",
    point: "The outputs are far apart, and yet S, a single pass, is exactly their average A.",
    settings: plain,
  },
  {
    name: "Sigmoid output",
    point: "The same network with a sigmoid: now S is exactly G, and A lies elsewhere.",
    settings: { ...plain, outputActivation: "sigmoid" },
  },
  {
    name: "Two dropped layers",
    point: "Nothing is exact any more: A, G and S are three different numbers.",
    settings: {
      ...plain,
      hiddenLayers: "two",
      units: [6, 6],
      outputActivation: "sigmoid",
      inputs: [10, -5],
      seed: 51,
    },
  },
  {
    name: "Equal weights",
    point:
      "A classic mistake: W weights all subnetworks equally, which is right at p_drop 0.5 only.",
    settings: { ...plain, pDrop: [0.2, 0.2], showsWrongAverage: true },
  },
  {
    name: "10 + 10 units",
    point:
      "A million subnetworks, all counted in. Here, S is as far from A as the mean of 50 random ones.",
    settings: {
      ...plain,
      hiddenLayers: "two",
      units: [10, 10],
      outputActivation: "sigmoid",
      inputs: [6, -2],
      seed: 51,
    },
  },
  {
    name: "1,000 units",
    point: "More subnetworks than the universe has atoms, and their average is still exact.",
    settings: {
      ...plain,
      units: [1000, 6],
      outputActivation: "sigmoid",
      inputs: [10, -10],
      seed: 26,
    },
  },
];

export function isSame(a: Settings, b: Settings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
