import type { JobOptions } from "../../api/core/types";

/** Milliseconds: of computing, after which dragging a slider would stutter; and of a hand at rest. */
const smooth = 30;
const rest = 150;

/** Wraps a computation: while it takes long, requests in quick succession wait for a hand at rest. */
export function patient<Request, Result>(
  compute: (request: Request, job: JobOptions) => Promise<Result>,
): (request: Request, job: JobOptions) => Promise<Result> {
  let takesLong = false;
  let lastAsked = -Infinity;
  return async (request, job) => {
    const isQuick = performance.now() - lastAsked < rest;
    lastAsked = performance.now();
    if (takesLong && isQuick) await new Promise((resolve) => setTimeout(resolve, rest));
    job.signal?.throwIfAborted();
    const start = performance.now();
    const result = await compute(request, job);
    takesLong = performance.now() - start > smooth;
    return result;
  };
}
