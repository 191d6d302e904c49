import { untrack } from "svelte";
import type { Dropout } from "../../api/dropout";
import { attempt } from "../shared/attempt";
import { live } from "../shared/live.svelte";
import { checkRecipe } from "./check_recipe";
import { networkOf } from "./network";
import { recipeKey, recipeOf, type Recipe } from "./recipe";
import { recipeMessages } from "./recipe_errors";

/** Of a figure that looks into a trained network. */
export interface NetworkSettings extends Recipe {
  /** Whether the reader has asked for the network. */
  isTrained: boolean;
}

/** The network of a figure's settings, trained once it is asked for. For a component's setup. */
export function trainedNetwork(dropout: Dropout, settings: NetworkSettings) {
  // As text: what is no part of the recipe, or set to what it was, starts nothing again.
  const asked = $derived(settings.isTrained ? recipeKey(settings) : undefined);
  const network = live(
    () => (asked === undefined ? undefined : untrack(() => $state.snapshot(recipeOf(settings)))),
    (recipe, job) => networkOf(dropout, recipe, job),
  );
  const problem = $derived(attempt(() => checkRecipe(dropout, settings)).error ?? network.error);
  const errors = $derived(recipeMessages(problem));
  // What no setting is to blame for, as digits that did not come, may go well the next time.
  const isRefused = $derived(problem !== undefined && "field" in problem);
  // A figure asks nothing anew where it is the same network.
  const shown = $derived(network.shown);
  return {
    /** The last good one; undefined until there is one. */
    get shown() {
      return shown;
    },
    get isOutdated() {
      return network.isOutdated;
    },
    get isRefused() {
      return isRefused;
    },
    get isRunning() {
      return network.isRunning && !isRefused;
    },
    get progress() {
      return network.progress;
    },
    get errors() {
      return errors;
    },
    cancel: network.cancel,
    /** Trains it, or one that was cancelled after all. */
    start() {
      if (settings.isTrained) network.again();
      settings.isTrained = true;
    },
    /** Asks for that of another recipe. */
    take(recipe: Recipe) {
      Object.assign(settings, { ...recipe, isTrained: true });
    },
  };
}

export type NetworkInFigure = ReturnType<typeof trainedNetwork>;
