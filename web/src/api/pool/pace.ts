/** How much of a job was done by when, in milliseconds. */
export interface Mark {
  done: number;
  time: number;
}

/**
 * Seconds until `total` is done, at the pace between two marks; undefined where nothing was done
 * between them. The first mark is best made when the first piece is done: until then, workers may
 * have had to start.
 */
export function secondsLeft(from: Mark, to: Mark, total: number): number | undefined {
  const done = to.done - from.done;
  if (done <= 0) return undefined;
  return ((to.time - from.time) / 1000) * (Math.max(0, total - to.done) / done);
}
