import { initialOf } from "../../state/fields";
import { text } from "../../text";
import { keyOf } from "../shared/key";
import { fields } from "./fields";
import type { Settings } from "./settings";

const words = text.averages.presets;

export interface Preset {
  name: string;
  /** What to look at. */
  point: string;
  settings: Settings;
}

const plain: Settings = initialOf(fields);

export const presets: Preset[] = [
  {
    ...words.linear,
    settings: plain,
  },
  {
    ...words.sigmoid,
    settings: { ...plain, outputActivation: "sigmoid" },
  },
  {
    ...words.twoLayers,
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
    ...words.equalWeights,
    settings: { ...plain, pDrop: [0.2, 0.2], showsWrongAverage: true },
  },
  {
    ...words.tenAndTen,
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
    ...words.thousand,
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
  return keyOf(a) === keyOf(b);
}
