import type { Dropout } from "../../api/dropout";
import { checkSamples } from "./task";
import { checkEpochs } from "./network";
import type { Recipe } from "./recipe";

/** Throws what the core would refuse of a recipe, before anything is trained or fetched. */
export function checkRecipe(dropout: Dropout, recipe: Recipe): void {
  const { data, generator, seed, dataSeed, pDrop, inputPDrop, wrongLabels } = recipe;
  checkSamples(recipe);
  checkEpochs(recipe.epochs);
  dropout.network({
    generator,
    seed,
    widths: [1, 1, 1],
    hidden_activation: "relu",
    output_activation: "identity",
    input_p_drop: inputPDrop,
    hidden_p_drop: pDrop,
  });
  if (data === "wave") return;
  dropout.wrongLabels({
    generator,
    seed: dataSeed,
    labels: [0],
    classes: 2,
    fraction: wrongLabels,
  });
}
