import rightLabels from "../../../data/runs/right_labels.json";
import wrongLabels from "../../../data/runs/wrong_labels.json";
import type { Recipe } from "../networks/recipe";
import { meansOf, type Mean } from "./sweep_means";
import type { Trial } from "./sweep.svelte";

/** Networks that were trained before the page was built: see web/data/README.md. */
export interface Ours {
  trials: Trial[];
  means: Mean[];
  /** How many there are for each p_drop. */
  seeds: number;
  wrongLabels: number;
  /** The whole of the error axis. */
  most: number;
}

function ours({ recipe, seeds, samples, runs }: typeof wrongLabels): Ours {
  const trials = runs.flatMap(({ pDrop, training, test }) =>
    seeds.map((seed, i) => ({
      pDrop,
      seed,
      training: training[i]! / samples.training,
      test: test[i]! / samples.test,
      diverged: false,
    })),
  );
  const highest = Math.max(...trials.map(({ test }) => test));
  return {
    trials,
    means: meansOf(trials),
    seeds: seeds.length,
    wrongLabels: recipe.wrongLabels,
    most: Math.ceil(10 * highest) / 10,
  };
}

const all = [ours(wrongLabels), ours(rightLabels)];

/** What the reader's own networks are compared with; undefined where there is nothing of the kind. */
export const oursFor = (recipe: Recipe): Ours | undefined =>
  recipe.data === "digits" ? all[recipe.wrongLabels > 0 ? 0 : 1] : undefined;
