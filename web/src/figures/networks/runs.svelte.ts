import { untrack } from "svelte";
import type { Dropout } from "../../api/dropout";
import { keyOf } from "../shared/key";
import { Course, rest, type Trained, type Wanted } from "./course";
import { trainPair } from "./pair";
import type { TaskSettings } from "./settings";
import { taskOf } from "./task";

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
  let isOutdated = $state(true);
  let course: Course | undefined;
  let trainedOn: TaskSettings | undefined;
  let asked = 0;
  /** Whether newer settings wait for networks of their own: those that are there stand still. */
  let isChanging = false;

  const figure = {};
  const others = () => present.filter((one) => one.figure !== figure);

  async function start(settings: TaskSettings) {
    const number = ++asked;
    // What was mistyped and put right costs no training.
    if (trainedOn && keyOf(trainedOn) === keyOf(settings)) {
      refusal = undefined;
      isOutdated = shown?.task.settings !== trainedOn;
      isChanging = false;
      return go();
    }
    isOutdated = true;
    isChanging = true;
    if (course) await new Promise((resolve) => setTimeout(resolve, rest));
    if (number !== asked) return;
    refusal = undefined;
    try {
      const task = await taskOf(dropout, settings);
      const pair = await trainPair(dropout, task);
      if (number !== asked) return pair.dispose();
      course?.dispose();
      const stillWanted = () => (isChanging ? undefined : wanted());
      const next = new Course(dropout, task, pair, stillWanted, (trained) => {
        if (next !== course) return;
        shown = trained;
        present = [...others(), { figure, trained }];
        isOutdated = isChanging;
      });
      course = next;
      trainedOn = settings;
    } catch (thrown) {
      if (number !== asked) return;
      refusal = thrown as Error;
    }
    isChanging = false;
    await go();
  }

  async function go() {
    const current = course;
    failure = undefined;
    try {
      await current?.go();
    } catch (thrown) {
      if (current !== course) return;
      failure = thrown as Error;
      // Who starts anew goes on at a pace of its own.
      if (shown) shown = { ...shown, pace: undefined };
    }
  }

  $effect(() => {
    const settings = read();
    untrack(() => void start(settings));
  });
  $effect(() => {
    wanted();
    untrack(() => void go());
  });
  $effect(() => () => {
    ++asked;
    course?.dispose();
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
      return course?.updates ?? 0;
    },
    /** After a failure: trains from the start to where it was. After a refusal: asks once more. */
    again: () => void (refusal ? start(read()) : go()),
  };
}
