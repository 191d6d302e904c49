import { untrack } from "svelte";
import type { Dropout } from "../../dropout";
import { keyOf } from "../key";
import { Course, type Trained, type Wanted } from "./course";
import { trainPair } from "./pair";
import type { TaskSettings } from "./settings";
import { taskOf } from "./task";

let newest = $state.raw<Trained>();

/** What the training figure shows, for other figures that look into trained networks. */
export const trained = (): Trained | undefined => newest;

/** Milliseconds of a hand at rest, before other settings start other networks. */
const rest = 300;

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

  async function start(settings: TaskSettings) {
    const number = ++asked;
    // What was mistyped and put right costs no training.
    if (trainedOn && keyOf(trainedOn) === keyOf(settings)) {
      refusal = undefined;
      isOutdated = shown?.task.settings !== trainedOn;
      return;
    }
    isOutdated = true;
    if (course) await new Promise((resolve) => setTimeout(resolve, rest));
    if (number !== asked) return;
    refusal = undefined;
    try {
      const task = await taskOf(dropout, settings);
      const pair = await trainPair(dropout, task);
      if (number !== asked) return pair.dispose();
      course?.dispose();
      const next = new Course(dropout, task, pair, wanted, (trained) => {
        if (next !== course) return;
        shown = newest = trained;
        isOutdated = false;
      });
      course = next;
      trainedOn = settings;
      await go();
    } catch (thrown) {
      if (number === asked) refusal = thrown as Error;
    }
  }

  async function go() {
    const current = course;
    failure = undefined;
    try {
      await current?.go();
    } catch (thrown) {
      if (current === course) failure = thrown as Error;
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
