import type { Dropout } from "../../api/dropout";
import { maskedErrorOf } from "./masked_error";
import { trainPair, type ByArm, type Update } from "./pair";
import type { Task } from "./task";
import type { Point } from "./trained";

/** Both networks at a point that a run does not keep, and the last update before it. */
export interface Visited extends Point {
  networks: NonNullable<Point["networks"]>;
  /** Undefined where there is none. */
  update: ByArm<Update> | undefined;
}

/** Trains both networks from the start: training comes to the same each time. */
export async function visit(
  dropout: Dropout,
  task: Task,
  updates: number,
  signal: AbortSignal,
): Promise<Visited> {
  const pair = await trainPair(dropout, task);
  const leave = () => pair.dispose();
  signal.addEventListener("abort", leave);
  try {
    signal.throwIfAborted();
    if (updates > 0) await pair.advance(updates - 1);
    const update = updates > 0 ? await pair.nextUpdate() : undefined;
    const states = await pair.advance(Math.min(1, updates));
    const networks = await pair.networks();
    const maskedError = await maskedErrorOf(dropout, task, networks.with);
    return { updates, states, networks, maskedError, update };
  } finally {
    signal.removeEventListener("abort", leave);
    leave();
  }
}
