import type { JobOptions } from "../core/types";
import { type Mark, secondsLeft } from "./pace";

const millisecondsBetween = 50;

/** Tells `onProgress`, now and then, of a job whose number of finished pieces it is told. */
export function progress(pieces: number, onProgress: JobOptions["onProgress"]) {
  let last = performance.now();
  let first: Mark | undefined;
  return (finished: number) => {
    const now = { done: finished, time: performance.now() };
    first ??= now;
    const isOver = finished === pieces;
    const seconds_left = isOver ? 0 : secondsLeft(first, now, pieces);
    if (seconds_left === undefined) return;
    if (!isOver && now.time - last < millisecondsBetween) return;
    last = now.time;
    onProgress?.({ fraction: finished / pieces, seconds_left });
  };
}
