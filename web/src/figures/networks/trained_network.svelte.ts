import { untrack } from "svelte";
import type { Dropout } from "../../api/dropout";
import type { Fields } from "../../state/fields";
import { resultOf } from "../shared/result";
import { fieldErrors } from "../shared/field_errors";
import { near } from "../shared/near.svelte";
import { staysAtRest } from "../shared/playing.svelte";
import { resource } from "../shared/resource.svelte";
import { checkRecipe } from "./check_recipe";
import { networkOf } from "./network";
import { recipeKey, recipeOf, type Recipe } from "./recipe";

/** Of a figure that looks into a trained network. */
export interface NetworkSettings extends Recipe {
  /** Whether the reader has asked for the network. */
  isTrained: boolean;
}

/**
 * The network of a figure's settings, trained when the reader comes near or asks for it. For a
 * component's setup.
 */
export function trainedNetwork<Settings extends NetworkSettings>(
  dropout: Dropout,
  fields: Fields<Settings>,
  settings: Settings,
) {
  const place = near();
  const isAtRest = staysAtRest();
  const isAsked = $derived(settings.isTrained || (place.isNear && !isAtRest));
  // As text: what is no part of the recipe, or set to what it was, starts nothing again.
  const asked = $derived(isAsked ? recipeKey(settings) : undefined);
  const network = resource(
    () => (asked === undefined ? undefined : untrack(() => $state.snapshot(recipeOf(settings)))),
    (recipe, job) => networkOf(dropout, recipe, job),
  );
  const problem = $derived(resultOf(() => checkRecipe(dropout, settings)).error ?? network.error);
  const errors = $derived(fieldErrors(problem, fields));
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
    /** An attachment, for what the reader comes near to. */
    watch: place.watch,
    cancel: network.cancel,
    /** Trains it, or one that was cancelled after all. */
    start() {
      if (isAsked) network.again();
      settings.isTrained = true;
    },
    /** Asks for that of another recipe. */
    take(recipe: Recipe) {
      Object.assign(settings, { ...recipe, isTrained: true });
    },
  };
}

export type NetworkInFigure = ReturnType<typeof trainedNetwork>;
