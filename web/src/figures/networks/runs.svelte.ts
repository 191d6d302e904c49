import { untrack } from "svelte";
import type { Dropout } from "../../api/dropout";
import { keyOf } from "../shared/key";
import { latestOnly } from "../shared/policies";
import { resource } from "../shared/resource.svelte";
import { checkEpochs } from "./fields";
import type { TrainedNetwork } from "./network";
import { trainPair } from "./pair";
import { Recorder, rest } from "./recorder";
import type { TaskSettings } from "./settings";
import { taskOf } from "./task";
import type { Trained } from "./trained";

/** What the training figures on the page show, the newest last. */
let offers = $state.raw<{ figure: object; network: TrainedNetwork }[]>([]);

/** The training figure's network with dropout as it is now, for figures that look into networks. */
export const offered = (): TrainedNetwork | undefined => offers.at(-1)?.network;

/** What a run follows from: the task, and how long it is. */
export type RunSettings = TaskSettings & { epochs: number };

/**
 * Trains the two networks that `read` asks for, and keeps what they are on the way. Where the core
 * refuses that, the last good ones stay and nothing is trained. `mayGo`: whether training may go on
 * beyond the untrained networks. For a component's setup.
 */
export function trainingRuns(
  dropout: Dropout,
  read: () => RunSettings | undefined,
  mayGo: () => boolean,
) {
  let shown = $state.raw<Trained>();
  /** What the core has against the newest settings; and how training failed on the way. */
  let refusal = $state.raw<Error>();
  let failure = $state.raw<Error>();
  let recorder: Recorder | undefined;

  const figure = {};
  const others = () => offers.filter((one) => one.figure !== figure);

  async function newRecorder(
    { epochs, ...settings }: RunSettings,
    signal: AbortSignal,
  ): Promise<Recorder> {
    checkEpochs(epochs);
    const task = await taskOf(dropout, settings);
    signal.throwIfAborted();
    const pair = await trainPair(dropout, task);
    if (signal.aborted) pair.dispose();
    signal.throwIfAborted();
    // While newer settings wait for networks, or are refused, those of earlier ones stand still.
    const mayStillGo = () => !recorders.isRunning && refusal === undefined && mayGo();
    const next = new Recorder(dropout, task, epochs, pair, mayStillGo, (trained) => {
      if (next === recorder) shown = trained;
    });
    return next;
  }

  async function recorderOf(settings: RunSettings, { signal }: { signal: AbortSignal }) {
    // What was mistyped and put right costs no training.
    const isSame =
      recorder && keyOf({ ...recorder.task.settings, epochs: recorder.epochs }) === keyOf(settings);
    if (recorder && !isSame) await new Promise((resolve) => setTimeout(resolve, rest));
    signal.throwIfAborted();
    refusal = undefined;
    if (isSame) return recorder!;
    try {
      const next = await newRecorder(settings, signal);
      recorder?.dispose();
      return (recorder = next);
    } catch (thrown) {
      if (!signal.aborted) refusal = thrown as Error;
      throw thrown;
    }
  }

  const recorders = resource(read, recorderOf, latestOnly);
  const isOutdated = $derived(recorders.isOutdated || shown?.task !== recorders.shown?.task);

  async function go() {
    const current = recorder;
    failure = undefined;
    try {
      await current?.go();
    } catch (thrown) {
      if (current === recorder) failure = thrown as Error;
    }
  }

  $effect(() => {
    // Whatever has come of newer settings, training goes on.
    void recorders.answered;
    void recorders.error;
    void mayGo();
    untrack(() => void go());
  });
  $effect(() => () => {
    recorder?.dispose();
    offers = others();
  });

  return {
    /** The networks as far as they have come; undefined until there are any. */
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
    /** After a failure: trains from the start. After a refusal: asks once more. */
    again: () => (refusal ? recorders.again() : void go()),
    /** Lets other figures look into a network. */
    offer(network: TrainedNetwork) {
      offers = [...others(), { figure, network }];
    },
  };
}
