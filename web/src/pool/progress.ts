import type { JobOptions } from "../core/types";

const millisecondsBetween = 50;

/** Tells `onProgress`, now and then, of a job whose number of finished pieces it is told. */
export function progress(pieces: number, onProgress: JobOptions["onProgress"]) {
  let last = performance.now();
  let first: number | undefined;
  return (finished: number) => {
    const now = performance.now();
    // The time before the first piece says little of the others: workers may have had to start.
    first ??= now;
    const left = pieces - finished;
    if (left > 0 && (finished === 1 || now - last < millisecondsBetween)) return;
    last = now;
    const seconds_left = left > 0 ? ((now - first) / 1000) * (left / (finished - 1)) : 0;
    onProgress?.({ fraction: finished / pieces, seconds_left });
  };
}
