import { initialOf } from "../../state/fields";
import { text } from "../../text";
import { keyOf } from "../shared/key";
import { networkFields } from "./fields";
import type { Settings } from "./settings";

const words = text.averages.presets;

export interface Preset {
  name: string;
  settings: Settings;
}

const plain: Settings = initialOf(networkFields);

export const presets: Preset[] = [
  { name: words.five, settings: { ...plain, units: [5, 6], seed: 74 } },
  { name: words.twenty, settings: plain },
  { name: words.sigmoid, settings: { ...plain, outputActivation: "sigmoid" } },
  {
    name: words.tenAndTen,
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
    name: words.thousand,
    settings: {
      ...plain,
      units: [1000, 6],
      outputActivation: "sigmoid",
      inputs: [10, -10],
      seed: 26,
    },
  },
];

/** Without what a reader changes of it: it stays the same network. */
const networkOf = ({ pDrop, showsWrongAverage, ...network }: Settings) => network;

/** The preset whose network is shown, from 0; -1 for none of them. */
export const presetOf = (settings: Settings): number =>
  presets.findIndex((preset) => keyOf(networkOf(preset.settings)) === keyOf(networkOf(settings)));
