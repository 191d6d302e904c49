import { invalid, numberOrQuoted } from "../../api/input/refusal";
import { choice, number, pDrop, seed, tuple, whole, type Field } from "../../state/fields";
import { generators } from "../../ui/controls/generators";
import { text } from "../../text";

const words = text.training.controls;
const { identity, softmax, ...activations } = text.activations;

export const mostEpochs = 2000;

/** How many updates, or "all". */
function updates(): Field<number> {
  const counted = whole(0, { min: 0, max: 1e6 });
  return {
    initial: 0,
    toText: (value) => (value === Infinity ? "all" : counted.toText(value)),
    fromText: (written) => (written === "all" ? Infinity : counted.fromText(written)),
  };
}

const width = (layer: number) =>
  whole(
    128,
    { min: 1, max: 1000 },
    {
      as: "units",
      label: words.units(layer),
      most: 1000,
      field: `widths[${layer}]`,
      isFolded: true,
    },
  );

const box = (label: string, field: string) =>
  ({ as: "box", label, field, isFolded: true }) as const;

/** All that the training of both networks follows from. */
export const taskFields = {
  data: choice("moons", ["digits", "moons", "circles", "xor", "spirals", "wave"], {
    label: words.data,
    options: words.dataNames,
    isFolded: true,
  }),
  /** To train on. */
  samples: whole(
    100,
    { min: 1, max: 5000 },
    {
      as: "slider",
      label: words.samples,
      min: 10,
      max: 1500,
      step: 10,
      field: "samples",
      isFolded: true,
    },
  ),
  noise: number(
    0.2,
    { min: 0, max: 10 },
    {
      as: "slider",
      label: words.noise,
      min: 0,
      max: 1,
      step: 0.05,
      field: "noise",
      isFolded: true,
    },
  ),
  /** The fraction of the training labels that are wrong, where there are labels. */
  wrongLabels: number(
    0.2,
    { min: 0, max: 1 },
    {
      as: "slider",
      label: words.wrongLabels,
      min: 0,
      max: 0.5,
      step: 0.05,
      field: "fraction",
      isFolded: true,
    },
  ),
  /** Of the network with dropout. */
  pDrop: pDrop(0.5, { of: words.hidden, field: "hidden_p_drop", isFolded: true }),
  inputPDrop: pDrop(0, { of: words.inputs, field: "input_p_drop", isFolded: true }),
  hiddenLayers: choice("two", ["one", "two"], {
    label: words.hiddenLayers,
    options: words.layers,
    isFolded: true,
  }),
  /** Index 0 is hidden layer 1; layer 2 counts where there are two. */
  units: tuple(width(1), width(2)),
  activation: choice("relu", Object.keys(activations) as (keyof typeof activations)[], {
    label: words.activation,
    options: activations,
    isFolded: true,
  }),
  learningRate: number(0.05, { min: 0, max: 1000 }, box(words.learningRate, "learning_rate")),
  /** What the learning rate is multiplied by after each epoch. */
  decay: number(0.99, { min: 0.0001, max: 1 }, box(words.decay, "learning_rate_decay")),
  momentum: number(0.9, { min: 0, max: 0.9999 }, box(words.momentum, "momentum")),
  weightDecay: number(0, { min: 0, max: 1000 }, box(words.weightDecay, "weight_decay")),
  /** 0 for none. */
  maxNorm: number(0, { min: 0, max: 1000 }, box(words.maxNorm, "max_norm")),
  batchSize: whole(20, { min: 1, max: 5000 }, box(words.batchSize, "batch_size")),
  dataSeed: seed(1, words.dataSeed, { field: "data_seed", isFolded: true }),
  /** Of the weights, the batches and the masks. */
  seed: seed(1, words.seed, { isFolded: true }),
  generator: choice("torch", generators, {
    label: words.generator,
    options: text.controls.generators,
    isFolded: true,
  }),
};

export const fields = {
  ...taskFields,
  /** How long a run is. */
  epochs: whole(300, { min: 1, max: mostEpochs }, box(words.epochs, "epochs")),
  /** How many updates the networks on screen have had: Infinity for all of the run. */
  updates: updates(),
  /** Of playing the run. */
  speed: choice("watch", ["slow", "watch", "fast"], {
    label: words.speed,
    options: words.speeds,
    isFolded: true,
  }),
  view: choice("picture", ["picture", "confusion", "activations"], {
    label: words.view,
    options: words.views,
    isFolded: true,
  }),
  /** What the curves show, where there are both. */
  measure: choice("error", ["error", "loss"], {
    label: words.measure,
    options: words.measuring,
    isFolded: true,
  }),
};

/** Throws, in the words of the core, which knows nothing of how long runs are. */
export function checkEpochs(epochs: number): void {
  if (Number.isInteger(epochs) && epochs >= 1 && epochs <= mostEpochs) return;
  throw invalid(RangeError, "epochs", text.training.notFrom1To(mostEpochs, numberOrQuoted(epochs)));
}
