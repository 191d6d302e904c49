import { compact, grouped, percent, probabilityText, significant } from "../../text/format";
import { text } from "../../text";
import type { TrainedNetwork } from "./network";
import type { Recipe } from "./recipe";

const words = text.trained;

/** What a network consists of and was trained on, in a sentence. */
export function describe({ recipe, network }: TrainedNetwork): string {
  const { layers } = network;
  const widths = [layers[0]!.weight[0]!.length, ...layers.map(({ bias }) => bias.length)];
  return words.recipe(
    widths.join("-"),
    probabilityText(recipe.pDrop),
    recipe.inputPDrop > 0 ? compact(recipe.inputPDrop) : undefined,
    dataOf(recipe),
    compact(recipe.epochs),
  );
}

export function dataOf({ data, samples, wrongLabels }: Recipe): string {
  const wrong = data !== "wave" && wrongLabels > 0 ? percent(wrongLabels, 0) : undefined;
  return words.data(grouped(samples), words.dataNames[data], wrong);
}

/** A classification error in per cent, or where there are no classes a loss. */
export const qualityOf = (quality: number, isError: boolean): string =>
  isError ? percent(quality, 1) : significant(quality, 3);
