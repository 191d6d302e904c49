import { choice, flag, json, number, pDrop, seed, tuple, whole } from "../../state/fields";
import { text } from "../../text";
import { maskText } from "./mask_text";
import { couldBeOwn, type OwnNetwork } from "./own_network";

const words = text.averages.controls;
const { identity, sigmoid, softmax, ...curves } = text.activations;
const hiddenActivations = { identity, ...curves, sigmoid };
const hiddenNames = Object.keys(hiddenActivations) as (keyof typeof hiddenActivations)[];

const width = (initial: number, layer: number) =>
  whole(
    initial,
    { min: 1, max: 1000 },
    {
      as: "units",
      label: words.units(layer),
      most: 1000,
      field: `widths[${layer}]`,
      isFolded: true,
    },
  );

const dropped = (layer: number) =>
  pDrop(0.5, {
    of: words.layer(layer),
    field: `layers[${layer - 1}].p_drop`,
    isFolded: true,
  });

const input = (initial: number, place: number) =>
  number(
    initial,
    { min: -1e6, max: 1e6 },
    { as: "box", label: words.input(place + 1), field: `inputs[0][${place}]`, isFolded: true },
  );

/** Of the network. Index 0 is hidden layer 1; layer 2 counts where there are two. */
export const networkFields = {
  hiddenLayers: choice("one", ["one", "two"], {
    label: words.hiddenLayers,
    options: words.layers,
    isFolded: true,
  }),
  outputActivation: choice("identity", ["identity", "sigmoid", "softmax"], {
    label: words.output,
    options: { identity, sigmoid, softmax: text.averages.softmaxOfThree },
    isFolded: true,
  }),
  units: tuple(width(20, 1), width(6, 2)),
  pDrop: tuple(dropped(1), dropped(2)),
  inputs: tuple(input(8, 0), input(-8, 1)),
  inputPDrop: pDrop(0, { of: words.inputs, field: "input_p_drop", isFolded: true }),
  hiddenActivation: choice("relu", hiddenNames, {
    label: words.hiddenUnits,
    options: hiddenActivations,
    isFolded: true,
  }),
  seed: seed(15, words.seed, { isFolded: true }),
  /** Which of a softmax's classes is shown. */
  shownClass: choice("0", ["0", "1", "2"], {
    label: words.shownOutput,
    options: words.classes,
    isFolded: true,
  }),
  /** Beside the right averages, the one that weights all subnetworks equally. */
  showsWrongAverage: flag(false, { label: words.wrong, isFolded: true }),
  /** Instead of all that, a network of the reader's own: in the address only if it is small. */
  own: json<OwnNetwork | null>(null, couldBeOwn, 4000),
};

/** What the reader can choose. */
export const fields = {
  ...networkFields,
  /** Whether the single pass has run: S is hidden before. */
  onePass: flag(false),
  /** Of the subnetwork that the reader made. */
  mask: maskText,
};
