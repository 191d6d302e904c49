import {
  choice,
  flag,
  json,
  list,
  number,
  pDrop,
  seed,
  whole,
  type Field,
  type Fields,
} from "../../state/fields";
import { text } from "../../text";
import { couldBeOwn } from "./own_network";
import { presets } from "./presets";
import { type Settings } from "./settings";

type Pair = [number, number];

const initial = presets[0]!.settings;
const units = whole(1, { min: 1, max: 1000 });
const input = number(0, { min: -1e6, max: 1e6 });

/** What the page's address has of them: a network of the reader's own only if it is small. */
export const fields: Fields<Settings> = {
  hiddenLayers: choice(initial.hiddenLayers, ["one", "two"]),
  units: list(initial.units, units) as unknown as Field<Pair>,
  pDrop: list(initial.pDrop, pDrop(0.5)) as unknown as Field<Pair>,
  hiddenActivation: choice(initial.hiddenActivation, ["identity", "relu", "tanh", "sigmoid"]),
  outputActivation: choice(initial.outputActivation, ["identity", "sigmoid", "softmax"]),
  shownClass: choice(initial.shownClass, ["0", "1", "2"]),
  inputs: list(initial.inputs, input) as unknown as Field<Pair>,
  inputPDrop: pDrop(initial.inputPDrop),
  seed: seed(initial.seed),
  showsWrongAverage: flag(initial.showsWrongAverage),
  own: json(initial.own, couldBeOwn, 4000),
};

const words = text.averages.controls;
const pDropOf = (whose: string) => `${text.controls.pDrop}, ${whose}`;

/** The core's names of what the reader sets, with the labels of their controls. */
export const fieldLabels = {
  "widths[1]": words.units(1),
  "widths[2]": words.units(2),
  "layers[0].p_drop": pDropOf(words.layer(1)),
  "layers[1].p_drop": pDropOf(words.layer(2)),
  "inputs[0][0]": words.input(1),
  "inputs[0][1]": words.input(2),
  input_p_drop: pDropOf(words.inputs),
  seed: words.seed,
};

export type ErrorsOf = Record<keyof typeof fieldLabels, string>;
