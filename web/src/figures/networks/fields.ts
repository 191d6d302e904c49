import {
  choice,
  list,
  number,
  pDrop,
  seed,
  whole,
  type Field,
  type Fields,
} from "../../state/fields";
import { generators } from "../../ui/controls/generators";
import { text } from "../../text";
import { presets } from "./presets";
import { mostEpochs, type Settings, type TaskSettings } from "./settings";

const initial = presets[0]!.settings;

/** How many updates, or "all". */
function updates(): Field<number> {
  const counted = whole(0, { min: 0, max: 1e6 });
  return {
    initial: 0,
    toText: (value) => (value === Infinity ? "all" : counted.toText(value)),
    fromText: (written) => (written === "all" ? Infinity : counted.fromText(written)),
  };
}

/** What the page's address has of the settings. */
export const fields: Fields<Settings> = {
  data: choice(initial.data, ["moons", "circles", "xor", "spirals", "wave", "digits"]),
  samples: whole(initial.samples, { min: 1, max: 5000 }),
  noise: number(initial.noise, { min: 0, max: 10 }),
  wrongLabels: number(initial.wrongLabels, { min: 0, max: 1 }),
  dataSeed: seed(initial.dataSeed),
  hiddenLayers: choice(initial.hiddenLayers, ["one", "two"]),
  units: list(initial.units, whole(1, { min: 1, max: 1000 })) as unknown as Field<
    TaskSettings["units"]
  >,
  activation: choice(initial.activation, ["relu", "tanh", "sigmoid"]),
  pDrop: pDrop(initial.pDrop),
  inputPDrop: pDrop(initial.inputPDrop),
  batchSize: whole(initial.batchSize, { min: 1, max: 5000 }),
  learningRate: number(initial.learningRate, { min: 0, max: 1000 }),
  decay: number(initial.decay, { min: 0.0001, max: 1 }),
  momentum: number(initial.momentum, { min: 0, max: 0.9999 }),
  weightDecay: number(initial.weightDecay, { min: 0, max: 1000 }),
  maxNorm: number(initial.maxNorm, { min: 0, max: 1000 }),
  generator: choice(initial.generator, generators),
  seed: seed(initial.seed),
  epochs: whole(initial.epochs, { min: 1, max: mostEpochs }),
  updates: updates(),
  speed: choice(initial.speed, ["slow", "watch", "fast"]),
  view: choice(initial.view, ["picture", "confusion", "activations"]),
};

/** Throws, in the words of the core, which knows nothing of how long runs are. */
export function checkEpochs(epochs: number): void {
  if (Number.isInteger(epochs) && epochs >= 1 && epochs <= mostEpochs) return;
  throw Object.assign(new RangeError(`epochs${text.training.notFrom1To(mostEpochs, epochs)}`), {
    field: "epochs",
  });
}

const words = text.training.controls;
const pDropOf = (whose: string) => `${text.controls.pDrop}, ${whose}`;

/** The core's names of what the reader sets, with the labels of their controls. */
export const fieldLabels = {
  samples: words.samples,
  noise: words.noise,
  fraction: words.wrongLabels,
  "widths[1]": words.units(1),
  "widths[2]": words.units(2),
  hidden_p_drop: pDropOf(words.hidden),
  input_p_drop: pDropOf(words.inputs),
  batch_size: words.batchSize,
  learning_rate_decay: words.decay,
  learning_rate: words.learningRate,
  momentum: words.momentum,
  weight_decay: words.weightDecay,
  max_norm: words.maxNorm,
  data_seed: words.dataSeed,
  epochs: words.epochs,
  seed: words.seed,
};

/** Those of them whose controls are folded away at first. */
export const foldedFields = [
  "input_p_drop",
  "widths[1]",
  "widths[2]",
  "batch_size",
  "learning_rate_decay",
  "learning_rate",
  "momentum",
  "weight_decay",
  "max_norm",
  "data_seed",
  "epochs",
  "seed",
] as const;

export type ErrorsOf = Record<keyof typeof fieldLabels, string>;
