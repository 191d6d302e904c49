import { initialOf, number, pDrop, seed, whole, type Fields } from "../../state/fields";
import { text } from "../../text";
import { keyOf } from "../shared/key";
import { mostEpochs, taskFields } from "./fields";
import type { TaskSettings } from "./settings";

/** All that one trained network follows from, bit for bit. */
export interface Recipe extends TaskSettings {
  /** How long it is trained: of all training samples, so many rounds, or parts of one. */
  epochs: number;
}

/** Clean digits, and enough of them for few mistakes. */
export const usual: Recipe = {
  ...initialOf(taskFields),
  data: "digits",
  samples: 1000,
  noise: 0,
  wrongLabels: 0,
  dataSeed: 1,
  hiddenLayers: "two",
  units: [128, 128],
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
  epochs: 40,
};

/** Few enough data, and wrong enough, for dropout to matter. */
export const misleading: Recipe = { ...usual, wrongLabels: 0.3 };

/** Steps small enough, and training long enough, for each p_drop to learn what it can. */
export const fair: Recipe = { ...misleading, learningRate: 0.01, epochs: 150 };

/** Trained before a reader has finished wondering. */
export const quick: Recipe = { ...usual, samples: 300, epochs: 30 };

const words = text.trained.controls;

/** A recipe as the settings of a figure, p_drop at hand: most of them stand in its address alone. */
export function recipeFields(initial: Recipe) {
  const names = Object.keys(taskFields) as (keyof TaskSettings)[];
  const unset = Object.fromEntries(
    names.map((name) => [
      name,
      { ...taskFields[name], initial: initial[name], control: undefined, items: undefined },
    ]),
  ) as unknown as Fields<TaskSettings>;
  return {
    ...unset,
    pDrop: pDrop(initial.pDrop, { field: "hidden_p_drop" }),
    wrongLabels: number(
      initial.wrongLabels,
      { min: 0, max: 1 },
      {
        as: "slider",
        label: words.wrongLabels,
        min: 0,
        max: 0.6,
        step: 0.05,
        field: "fraction",
        isFolded: true,
      },
    ),
    samples: whole(
      initial.samples,
      { min: 1, max: 5000 },
      { as: "box", label: words.samples, field: "samples", isFolded: true },
    ),
    epochs: number(
      initial.epochs,
      { min: 0, max: mostEpochs },
      { as: "box", label: words.epochs, field: "epochs", isFolded: true },
    ),
    seed: seed(initial.seed, words.seed, { isFolded: true }),
  };
}

/** The same, p_drop folded away too, and with how fast and how large a network learns. */
export function foldedFields(initial: Recipe) {
  const { pDrop, ...others } = recipeFields(initial);
  return {
    ...others,
    pDrop: { ...pDrop, control: pDrop.control && { ...pDrop.control, isFolded: true } },
    learningRate: { ...taskFields.learningRate, initial: initial.learningRate },
    inputPDrop: { ...taskFields.inputPDrop, initial: initial.inputPDrop },
  };
}

/** Of a figure's settings, or of what training follows from, the recipe alone. */
export function recipeOf(settings: Recipe): Recipe {
  const names = Object.keys(usual) as (keyof Recipe)[];
  return Object.fromEntries(names.map((name) => [name, settings[name]])) as unknown as Recipe;
}

/** The same for recipes of the same network. */
export const recipeKey = (recipe: Recipe): string => keyOf(recipeOf(recipe));
