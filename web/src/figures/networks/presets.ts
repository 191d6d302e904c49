import { initialOf } from "../../state/fields";
import { text } from "../../text";
import { keyOf } from "../shared/key";
import { fields } from "./fields";
import { taskSettingsOf, type Settings } from "./settings";

const words = text.training.presets;

export interface Preset {
  name: string;
  /** What to notice. */
  point: string;
  settings: Settings;
}

const moons: Settings = initialOf(fields);

const digits: Settings = {
  ...moons,
  data: "digits",
  samples: 1000,
  noise: 0,
  wrongLabels: 0,
  batchSize: 32,
  decay: 1,
  epochs: 40,
};

/** tests/sweep/results.md has what becomes of them with ten seeds each. */
export const presets: Preset[] = [
  { ...words.moons, settings: moons },
  { ...words.wrongDigits, settings: { ...digits, wrongLabels: 0.3 } },
  { ...words.smallClean, settings: { ...digits, samples: 300, epochs: 60 } },
  { ...words.tooMuch, settings: { ...digits, pDrop: 0.8 } },
  { ...words.largeSteps, settings: { ...digits, learningRate: 0.1 } },
  { ...words.maxNorm, settings: { ...digits, wrongLabels: 0.3, maxNorm: 1 } },
];

/** Whether both networks are trained on the same, and in the same way. */
export const isSameTask = (a: Settings, b: Settings): boolean =>
  keyOf(taskSettingsOf(a)) === keyOf(taskSettingsOf(b));
