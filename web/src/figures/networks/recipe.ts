import type { Fields } from "../../state/fields";
import { number } from "../../state/fields";
import { keyOf } from "../shared/key";
import { fields as trainingFields } from "./fields";
import type { TaskSettings } from "./settings";

/** All that one trained network follows from, bit for bit. */
export interface Recipe extends TaskSettings {
  /** How long it is trained: of all training samples, so many rounds, or parts of one. */
  epochs: number;
}

export const mostEpochs = 2000;

/** Clean digits, and enough of them for few mistakes. */
export const usual: Recipe = {
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

/** Trained before a reader has finished wondering. */
export const quick: Recipe = { ...usual, samples: 300, epochs: 30 };

/** A recipe in the page's address. */
export function recipeFields(initial: Recipe): Fields<Recipe> {
  const names = Object.keys(initial) as (keyof Recipe)[];
  const fields = Object.fromEntries(
    names.map((name) => [name, { ...trainingFields[name], initial: initial[name] }]),
  ) as unknown as Fields<Recipe>;
  return { ...fields, epochs: number(initial.epochs, { min: 0, max: mostEpochs }) };
}

/** Of a figure's settings, or of what training follows from, the recipe alone. */
export function recipeOf(settings: Recipe): Recipe {
  const names = Object.keys(usual) as (keyof Recipe)[];
  return Object.fromEntries(names.map((name) => [name, settings[name]])) as unknown as Recipe;
}

/** The same for recipes of the same network. */
export const recipeKey = (recipe: Recipe): string => keyOf(recipeOf(recipe));
