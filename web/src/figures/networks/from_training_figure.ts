import type { Trained } from "./trained";
import type { TrainedNetwork } from "./network";
import { recipeOf } from "./recipe";

/** The training figure's network with dropout, as it is now, with a recipe that leads to it. */
export function fromTrainingFigure(trained: Trained | undefined): TrainedNetwork | undefined {
  if (!trained) return undefined;
  const { task, runs } = trained;
  const state = runs.with.states.at(-1)!;
  const epochs = state.updates / state.updates_per_epoch;
  return {
    recipe: recipeOf({ ...task.settings, epochs }),
    task,
    network: runs.with.network,
    state,
  };
}
