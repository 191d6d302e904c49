import { untrack } from "svelte";
import type { JobOptions, Seed } from "../../api/core/types";
import { type Mark, secondsLeft } from "../../api/pool/pace";
import { invalid, numberOrQuoted } from "../../api/input/refusal";
import { laterSeed } from "../../api/input/seeds";
import { text } from "../../text";
import type { TrainedNetwork } from "../networks/network";
import { recipeKey, type Recipe } from "../networks/recipe";

/** One network of a sweep, trained. */
export interface Trial {
  pDrop: number;
  seed: Seed;
  /** Of the full network: error, or where there are no classes loss. */
  training: number;
  test: number;
  diverged: boolean;
}

/** Coarse at first, then what lies between. */
const pDrops = [0, 0.5, 0.9, 0.2, 0.7, 0.1, 0.3, 0.4, 0.6, 0.8];
const mostAtOnce = 4;

export interface Sweep {
  /** The p_drop of it does not matter. */
  recipe: Recipe;
  /** Networks for each p_drop, which start from seeds of their own. Checked with `checkRepeats`. */
  repeats: number;
}

export const maxRepeats = 10;

/** In the words of the core, which knows nothing of sweeps. */
export function checkRepeats(repeats: number) {
  if (Number.isInteger(repeats) && repeats >= 1 && repeats <= maxRepeats) return;
  throw invalid(
    RangeError,
    "repeats",
    text.training.notFrom1To(maxRepeats, numberOrQuoted(repeats)),
  );
}

export const recipesOf = ({ recipe, repeats }: Sweep): Recipe[] =>
  Array.from({ length: repeats }, (_, repeat) => laterSeed(recipe.seed, repeat)).flatMap((seed) =>
    pDrops.map((pDrop) => ({ ...recipe, pDrop, seed })),
  );

/**
 * Trains the networks of the sweep that `read` gives, several at once, while `isOn`. What is trained
 * stays: a sweep that is stopped or comes back goes on where it was. For a component's setup.
 */
export function sweeping(
  train: (recipe: Recipe, job: JobOptions) => Promise<TrainedNetwork>,
  read: () => Sweep,
  isOn: () => boolean,
) {
  let trials = $state.raw<ReadonlyMap<string, Trial>>(new Map());
  let error = $state.raw<Error>();
  /** Since it was started, or went on. */
  let pace = $state.raw<{ from: Mark; to: Mark }>();
  let controller = new AbortController();

  const wanted = $derived(recipesOf(read()).map((recipe) => ({ recipe, key: recipeKey(recipe) })));
  const left = $derived(wanted.filter(({ key }) => !trials.has(key)));
  const isComplete = $derived(left.length === 0);
  const progress = $derived.by(() => {
    const seconds_left = pace && secondsLeft(pace.from, pace.to, wanted.length);
    if (seconds_left === undefined) return undefined;
    return { fraction: 1 - left.length / wanted.length, seconds_left };
  });

  async function trainOne({ recipe, key }: (typeof wanted)[number], signal: AbortSignal) {
    const { state } = await train(recipe, { signal });
    const trial = {
      pDrop: recipe.pDrop,
      seed: recipe.seed,
      training: state.training.error ?? state.training.loss,
      test: state.test.error ?? state.test.loss,
      diverged: state.diverged,
    };
    trials = new Map([...trials, [key, trial]]);
  }

  async function run() {
    controller = new AbortController();
    const { signal } = controller;
    const queue = [...left];
    const mark = () => ({ done: wanted.length - left.length, time: performance.now() });
    const from = mark();
    const lane = async () => {
      for (let next; !signal.aborted && (next = queue.shift());) {
        await trainOne(next, signal);
        if (!signal.aborted) pace = { from, to: mark() };
      }
    };
    const lanes = Math.min(navigator.hardwareConcurrency ?? 1, mostAtOnce);
    try {
      await Promise.all(Array.from({ length: lanes }, lane));
    } catch (thrown) {
      if (!signal.aborted) error = thrown as Error;
      controller.abort();
    }
  }

  function stop() {
    controller.abort();
    pace = undefined;
  }

  // Of other settings; what went wrong is said until they are tried again.
  $effect(() => {
    void wanted;
    error = undefined;
  });
  $effect(() => {
    void wanted;
    if (!isOn()) return stop;
    error = undefined;
    untrack(() => void run());
    return stop;
  });

  return {
    /** Of the newest settings: those that are trained. */
    get trials() {
      return wanted.flatMap(({ key }) => trials.get(key) ?? []);
    },
    get isComplete() {
      return isComplete;
    },
    get count() {
      return wanted.length;
    },
    get isRunning() {
      return isOn() && !isComplete && !error;
    },
    /** Once the first one is finished. */
    get progress() {
      return progress;
    },
    get error() {
      return error;
    },
  };
}
