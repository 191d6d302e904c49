import { untrack } from "svelte";
import type { JobOptions, Progress } from "../../api/core/types";
import { newestOnly } from "./newest";
import { patient } from "./patient";

/**
 * Computes what takes time, again whenever `read` gives another request. Only the newest request
 * counts. Until it is answered, and where it fails or is cancelled, the last good answer stays.
 *
 * For a component's setup. `read` gives a new object for each request, or undefined while there is
 * nothing to ask: what runs is then cancelled.
 */
export function live<Request extends object, Result>(
  read: () => Request | undefined,
  compute: (request: Request, job: JobOptions) => Promise<Result>,
) {
  const newest = newestOnly();
  const computePatiently = patient(compute);
  let asked = $state.raw<Request>();
  let answered = $state.raw<{ request: Request; result: Result }>();
  let failed = $state.raw<{ request: Request; error: Error }>();
  let cancelled = $state.raw<Request>();
  let progress = $state.raw<Progress>();

  const isOutdated = $derived(answered?.request !== asked);
  const error = $derived(failed && failed.request === asked ? failed.error : undefined);
  const isRunning = $derived(isOutdated && !error && cancelled !== asked);

  async function ask(request: Request) {
    asked = request;
    failed = undefined;
    cancelled = undefined;
    progress = undefined;
    try {
      const result = await newest((signal) =>
        computePatiently(request, {
          signal,
          onProgress: (now) => {
            if (!signal.aborted) progress = now;
          },
        }),
      );
      if (result !== undefined) answered = { request, result };
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown;
      failed = { request, error: thrown };
    }
  }

  function cancel() {
    void newest(async () => {});
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
    /** Asks what was cancelled once more. */
    again() {
      if (asked) void ask(asked);
    },
  };
}
