import { text } from "../../text";
import { messages } from "../shared/attempt";

const words = text.trained.controls;

/** The core's names of what the reader sets, with the labels of their controls. */
const labels = {
  hidden_p_drop: text.controls.pDrop,
  fraction: words.wrongLabels,
  samples: words.samples,
  epochs: words.epochs,
  seed: words.seed,
};

export type RecipeErrors = Record<keyof typeof labels, string>;

export const recipeMessages = (error: Error | undefined) => messages(error, labels);
