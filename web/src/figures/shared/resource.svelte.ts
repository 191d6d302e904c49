import { untrack } from "svelte";
import type { JobOptions, Progress } from "../../api/core/types";
import { latest, type Policy } from "./policies";

/**
 * Computes what takes time, again whenever `read` gives another request. `policy` says what becomes
 * of a computation when a newer request comes; only the newest request counts. Until it is answered,
 * and where it fails or is cancelled, the last good answer stays.
 *
 * For a component's setup. `read` gives a new object for each request, or undefined while there is
 * nothing to ask: what runs is then cancelled.
 */
export function resource<Request extends object, Result>(
  read: () => Request | undefined,
  compute: (request: Request, job: JobOptions & { signal: AbortSignal }) => Promise<Result>,
  policy: Policy = latest,
) {
  const runner = policy();
  let asked = $state.raw<Request>();
  let answered = $state.raw<{ request: Request; result: Result }>();
  let failed = $state.raw<{ request: Request; error: Error }>();
  let cancelled = $state.raw<Request>();
  let progress = $state.raw<Progress>();

  const isOutdated = $derived(answered?.request !== asked);
  // Where requests do not abort each other, an error stays until there is an answer.
  const error = $derived(
    failed && (failed.request === asked || !runner.aborts) ? failed.error : undefined,
  );
  const isRunning = $derived(isOutdated && !error && cancelled !== asked);

  async function ask(request: Request) {
    asked = request;
    cancelled = undefined;
    progress = undefined;
    try {
      const answer = await runner.run((signal) =>
        compute(request, {
          signal,
          onProgress: (now) => {
            if (!signal.aborted) progress = now;
          },
        }),
      );
      if (!answer) return;
      answered = { request, result: answer.result };
      failed = undefined;
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown;
      failed = { request, error: thrown };
    }
  }

  function cancel() {
    runner.cancel();
    cancelled = asked;
  }

  $effect(() => {
    const request = read();
    untrack(() => (request ? void ask(request) : cancel()));
  });
  $effect(() => cancel);

  return {
    /** The last good answer; undefined until there is one. */
    get shown() {
      return answered?.result;
    },
    /** The same, with what it answers. */
    get answered() {
      return answered;
    },
    /** Whether that does not answer the newest request. */
    get isOutdated() {
      return isOutdated;
    },
    /** Why the newest request has no answer. */
    get error() {
      return error;
    },
    get isRunning() {
      return isRunning;
    },
    /** Of a long job. */
    get progress() {
      return isRunning ? progress : undefined;
    },
    cancel,
    /** Asks what was cancelled, or failed, once more. */
    again() {
      failed = undefined;
      if (asked) void ask(asked);
    },
  };
}
