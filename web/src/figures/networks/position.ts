import { secondsLeft } from "../../api/pool/pace";
import type { Trained, Wanted } from "./trained";
import { arms, type Arm } from "./task";

type Length = Pick<Wanted, "epochs" | "updates">;

/** How many updates networks are to have, of a run that is as long as is wanted. */
export const targetOf = ({ epochs, updates }: Length, perEpoch: number): number =>
  Math.min(updates, epochs * perEpoch);

const perEpochOf = ({ runs }: Trained): number => runs.without.states[0]!.updates_per_epoch;

/**
 * The networks as they are wanted: those that have had more updates start over, and are untrained
 * from the moment on in which that is known.
 */
export function asWanted(trained: Trained, wanted: Length): Trained {
  const { task, runs, updates } = trained;
  if (updates <= targetOf(wanted, perEpochOf(trained))) return trained;
  const untrained = (arm: Arm) => ({
    network: task.networks[arm],
    states: runs[arm].states.slice(0, 1),
    update: undefined,
  });
  return {
    task,
    runs: { without: untrained("without"), with: untrained("with") },
    updates: 0,
    pace: undefined,
  };
}

/** Where a run is. */
export interface Position {
  updates: number;
  epochs: number;
  /** Of the run, from 0 to 1. */
  fraction: number;
  /** Whether all updates are made, or both networks have diverged. */
  isOver: boolean;
  isPlaying: boolean;
  /** Until the run's end, estimated; undefined while there is nothing to tell it from. */
  secondsLeft: number | undefined;
}

/** `trained`: as they are wanted; undefined where there are none yet. */
export function positionOf(trained: Trained | undefined, wanted: Length): Position {
  if (!trained) {
    const isPlaying = wanted.updates > 0;
    const none = { updates: 0, epochs: 0, fraction: 0, secondsLeft: undefined };
    return { ...none, isOver: false, isPlaying };
  }
  const { updates, runs, pace } = trained;
  const perEpoch = perEpochOf(trained);
  const all = wanted.epochs * perEpoch;
  const isOver = updates >= all || arms.every((arm) => runs[arm].states.at(-1)!.diverged);
  return {
    updates,
    epochs: Math.floor(updates / perEpoch),
    fraction: updates / all,
    isOver,
    isPlaying: wanted.updates > updates && !isOver,
    secondsLeft: pace && secondsLeft(pace.from, pace.to, all),
  };
}
