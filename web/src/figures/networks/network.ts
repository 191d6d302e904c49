import type { TrainingState } from "../../api/core/training_types";
import type { JobOptions, Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { invalid, numberOrQuoted } from "../../api/input/refusal";
import { text } from "../../text";
import { promiseCache } from "./promise_cache";
import { taskOf, type Task } from "./task";
import { mostEpochs } from "./fields";
import { recipeKey, type Recipe } from "./recipe";

export interface TrainedNetwork {
  recipe: Recipe;
  task: Task;
  network: Network;
  state: TrainingState;
}

/** The networks of all figures. */
const networks = promiseCache<TrainedNetwork>(8);

export const remember = (trained: TrainedNetwork) =>
  networks.set(recipeKey(trained.recipe), trained);

/** The network of a recipe: trained once for all who ask at the same time or a short while later. */
export const networkOf = (
  dropout: Dropout,
  recipe: Recipe,
  job: JobOptions,
): Promise<TrainedNetwork> =>
  networks.get(recipeKey(recipe), (own) => train(dropout, recipe, own), job);

async function train(dropout: Dropout, recipe: Recipe, job: JobOptions): Promise<TrainedNetwork> {
  const { signal } = job;
  checkEpochs(recipe.epochs);
  const task = await taskOf(dropout, recipe);
  signal?.throwIfAborted();
  const session = await dropout.train({ ...task.options, network: task.networks.with });
  try {
    const { updates_per_epoch } = await session.step(0, { signal });
    const state = await session.step(Math.round(recipe.epochs * updates_per_epoch), job);
    const { network } = await session.snapshot();
    return { recipe, task, network, state };
  } finally {
    session.dispose();
  }
}

/** In the words of the core, which knows only updates. */
export function checkEpochs(epochs: number) {
  if (Number.isFinite(epochs) && epochs >= 0 && epochs <= mostEpochs) return;
  throw invalid(RangeError, "epochs", text.trained.epochsWrong(mostEpochs, numberOrQuoted(epochs)));
}
