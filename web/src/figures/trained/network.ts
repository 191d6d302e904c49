import type { TrainingState } from "../../core/training_types";
import type { JobOptions, Network } from "../../core/types";
import type { Dropout } from "../../dropout";
import { text } from "../../text";
import { keyOf } from "../key";
import { taskOf, type Task } from "../training/task";
import { mostEpochs, type Recipe } from "./recipe";

export interface TrainedNetwork {
  recipe: Recipe;
  task: Task;
  network: Network;
  state: TrainingState;
}

/** Figures that ask for the same network share it. */
const recent = new Map<string, TrainedNetwork>();
const mostRecent = 4;

export function remember(trained: TrainedNetwork) {
  const key = keyOf(trained.recipe);
  recent.delete(key);
  recent.set(key, trained);
  if (recent.size > mostRecent) recent.delete(recent.keys().next().value!);
}

/** The network of a recipe: trained, unless it was a short while ago. */
export async function networkOf(
  dropout: Dropout,
  recipe: Recipe,
  job: JobOptions,
): Promise<TrainedNetwork> {
  const known = recent.get(keyOf(recipe));
  const trained = known ?? (await train(dropout, recipe, job));
  remember(trained);
  return trained;
}

export async function train(
  dropout: Dropout,
  recipe: Recipe,
  job: JobOptions,
): Promise<TrainedNetwork> {
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
  const field = "epochs";
  throw Object.assign(new RangeError(field + text.trained.epochsWrong(mostEpochs, epochs)), {
    field,
  });
}
