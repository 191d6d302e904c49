export type Job<T> = (signal: AbortSignal) => Promise<T>;

/** Runs jobs of which only the newest is wanted. */
export interface Runner {
  /** What the job gives; undefined where a newer one came first, or all were cancelled. */
  run<T>(job: Job<T>): Promise<{ result: T } | undefined>;
  /** Aborts the job that runs, and drops the one that waits. */
  cancel(): void;
  /** Whether a newer job aborts the one that runs. */
  readonly aborts: boolean;
}

/** Which jobs run, and when. */
export type Policy = () => Runner;

async function resultUnlessAborted<T>(job: Job<T>, signal: AbortSignal) {
  try {
    const result = await job(signal);
    return signal.aborted ? undefined : { result };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Each job aborts the one before it. */
export const latestOnly: Policy = () => {
  let controller = new AbortController();
  return {
    run(job) {
      controller.abort();
      controller = new AbortController();
      return resultUnlessAborted(job, controller.signal);
    },
    cancel: () => controller.abort(),
    aborts: true,
  };
};

/** Milliseconds: of computing, after which dragging a slider would stutter; and of a hand at rest. */
const smooth = 30;
const rest = 150;

/** While a runner's jobs take long, those in quick succession wait for a hand at rest. */
export function debounceIfSlow(runner: Runner): Runner {
  let takesLong = false;
  let lastAsked = -Infinity;
  return {
    ...runner,
    run(job) {
      const isQuick = performance.now() - lastAsked < rest;
      lastAsked = performance.now();
      return runner.run(async (signal) => {
        if (takesLong && isQuick) await new Promise((resolve) => setTimeout(resolve, rest));
        signal.throwIfAborted();
        const start = performance.now();
        const result = await job(signal);
        takesLong = performance.now() - start > smooth;
        return result;
      });
    },
  };
}

/** As `latestOnly`, for what sliders change. */
export const latest: Policy = () => debounceIfSlow(latestOnly());

/**
 * A job that runs is finished; then the newest of those that came meanwhile runs. So there is
 * something new to show where jobs come faster than they are done.
 */
export const conflated: Policy = () => {
  let controller = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let newest: object | undefined;
  return {
    async run(job) {
      const own = (newest = {});
      await running;
      if (newest !== own) return undefined;
      const result = resultUnlessAborted(job, controller.signal);
      running = result.catch(() => {});
      return result;
    },
    cancel() {
      newest = undefined;
      controller.abort();
      controller = new AbortController();
    },
    aborts: false,
  };
};
