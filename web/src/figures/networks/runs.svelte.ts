import { untrack } from "svelte";
import type { Dropout } from "../../api/dropout";
import { keyOf } from "../shared/key";
import { latestOnly } from "../shared/policies";
import { resource } from "../shared/resource.svelte";
import { trainPair } from "./pair";
import { PairTrainer, rest } from "./pair_trainer";
import type { TaskSettings } from "./settings";
import { taskOf } from "./task";
import type { Trained, Wanted } from "./trained";

/** What the training figures on the page show, the newest last. */
let present = $state.raw<{ figure: object; trained: Trained }[]>([]);

/** What the training figure shows, for other figures that look into trained networks. */
export const trained = (): Trained | undefined => present.at(-1)?.trained;

/**
 * Trains the two networks that `read` asks for until they have had as many updates as are wanted.
 * Where the core refuses that, the last good ones stay. For a component's setup.
 */
export function trainingRuns(dropout: Dropout, read: () => TaskSettings, wanted: () => Wanted) {
  let shown = $state.raw<Trained>();
  /** What the core has against the newest settings; and how training failed on the way. */
  let refusal = $state.raw<Error>();
  let failure = $state.raw<Error>();
  let trainer: PairTrainer | undefined;

  const figure = {};
  const others = () => present.filter((one) => one.figure !== figure);

  async function newTrainer(settings: TaskSettings, signal: AbortSignal): Promise<PairTrainer> {
    const task = await taskOf(dropout, settings);
    signal.throwIfAborted();
    const pair = await trainPair(dropout, task);
    if (signal.aborted) pair.dispose();
    signal.throwIfAborted();
    // While newer settings wait for networks of their own, those that are there stand still.
    const stillWanted = () => (trainers.isRunning ? undefined : wanted());
    const next = new PairTrainer(dropout, task, pair, stillWanted, (trained) => {
      if (next !== trainer) return;
      shown = trained;
      present = [...others(), { figure, trained }];
    });
    return next;
  }

  async function trainerOf(settings: TaskSettings, { signal }: { signal: AbortSignal }) {
    // What was mistyped and put right costs no training.
    const isSame = trainer && keyOf(trainer.task.settings) === keyOf(settings);
    if (trainer && !isSame) await new Promise((resolve) => setTimeout(resolve, rest));
    signal.throwIfAborted();
    refusal = undefined;
    if (isSame) return trainer!;
    try {
      const next = await newTrainer(settings, signal);
      trainer?.dispose();
      return (trainer = next);
    } catch (thrown) {
      if (!signal.aborted) refusal = thrown as Error;
      throw thrown;
    }
  }

  const trainers = resource(read, trainerOf, latestOnly);
  const isOutdated = $derived(trainers.isOutdated || shown?.task !== trainers.shown?.task);

  async function go() {
    const current = trainer;
    failure = undefined;
    try {
      await current?.go();
    } catch (thrown) {
      if (current !== trainer) return;
      failure = thrown as Error;
      // Who starts anew goes on at a pace of its own.
      if (shown) shown = { ...shown, pace: undefined };
    }
  }

  $effect(() => {
    // Whatever has come of newer settings, training goes on.
    void trainers.answered;
    void trainers.error;
    wanted();
    untrack(() => void go());
  });
  $effect(() => () => {
    trainer?.dispose();
    present = others();
  });

  return {
    /** The networks as they are now; undefined until there are any. */
    get shown() {
      return shown;
    },
    /** Whether they are those of earlier settings. */
    get isOutdated() {
      return isOutdated;
    },
    /** Why the newest settings have no networks. */
    get refusal() {
      return refusal;
    },
    /** Why training has stopped on the way. */
    get failure() {
      return failure;
    },
    /** How many updates they can stop at, at once. */
    get updatesNow() {
      return trainer?.updates ?? 0;
    },
    /** After a failure: trains from the start to where it was. After a refusal: asks once more. */
    again: () => (refusal ? trainers.again() : void go()),
  };
}
