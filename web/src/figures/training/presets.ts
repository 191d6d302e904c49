import { text } from "../../text";
import { taskSettingsOf, type Settings } from "./settings";

const words = text.training.presets;

export interface Preset {
  name: string;
  /** What to notice. */
  point: string;
  settings: Settings;
}

const moons: Settings = {
  data: "moons",
  samples: 100,
  noise: 0.3,
  wrongLabels: 0,
  dataSeed: 1,
  hiddenLayers: "two",
  units: [64, 64],
  activation: "relu",
  pDrop: 0.5,
  inputPDrop: 0,
  batchSize: 32,
  learningRate: 0.05,
  decay: 1,
  momentum: 0.9,
  weightDecay: 0,
  maxNorm: 0,
  generator: "torch",
  seed: 1,
  epochs: 400,
  updates: 0,
  speed: "watch",
  view: "picture",
};

export const presets: Preset[] = [{ ...words.moons, settings: moons }];

/** Whether both networks are trained on the same, and in the same way. */
export const isSameTask = (a: Settings, b: Settings): boolean =>
  JSON.stringify(taskSettingsOf(a)) === JSON.stringify(taskSettingsOf(b));
