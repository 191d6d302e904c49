import type { JobOptions, Progress } from "../../api/core/types";
import { untilAborted } from "../../api/pool/until_aborted";

interface Shared<Result> {
  result: Promise<Result>;
  isFinished: boolean;
  askers: Set<JobOptions>;
  progress: Progress | undefined;
  abort: (reason: unknown) => void;
}

/**
 * The promises of jobs that are done once for everyone who asks: while a job runs, and while its result is among the
 * `max` that were asked for last. A job is aborted when everyone who asked for it has left. One that
 * failed is done again when somebody asks again.
 */
export function promiseCache<Result>(max: number) {
  const jobs = new Map<string, Shared<Result>>();

  /** As the one that was asked for last. */
  function put(key: string, job: Shared<Result>) {
    jobs.delete(key);
    jobs.set(key, job);
    const finished = [...jobs.keys()].filter((key) => jobs.get(key)!.isFinished);
    for (const old of finished.slice(0, Math.max(0, finished.length - max))) jobs.delete(old);
  }

  function forget(key: string, job: Shared<Result>) {
    if (jobs.get(key) === job) jobs.delete(key);
  }

  function begin(key: string, start: (job: JobOptions) => Promise<Result>): Shared<Result> {
    const controller = new AbortController();
    const job: Shared<Result> = {
      result: start({
        signal: controller.signal,
        onProgress: (progress) => {
          job.progress = progress;
          for (const { onProgress } of job.askers) onProgress?.(progress);
        },
      }),
      isFinished: false,
      askers: new Set(),
      progress: undefined,
      abort: (reason) => controller.abort(reason),
    };
    job.result.then(
      () => {
        job.isFinished = true;
        if (jobs.get(key) === job) put(key, job);
      },
      () => forget(key, job),
    );
    return job;
  }

  return {
    /** `start` is called where no such job runs or has been done. */
    async get(
      key: string,
      start: (job: JobOptions) => Promise<Result>,
      { signal, onProgress }: JobOptions,
    ): Promise<Result> {
      signal?.throwIfAborted();
      const job = jobs.get(key) ?? begin(key, start);
      put(key, job);
      const asker = { onProgress };
      job.askers.add(asker);
      if (job.progress && !job.isFinished) onProgress?.(job.progress);
      try {
        return await untilAborted(job.result, signal);
      } finally {
        job.askers.delete(asker);
        if (job.askers.size === 0 && !job.isFinished) {
          forget(key, job);
          job.abort(signal?.reason);
        }
      }
    },
    /** A result that came about elsewhere. */
    set(key: string, result: Result) {
      put(key, {
        result: Promise.resolve(result),
        isFinished: true,
        askers: new Set(),
        progress: undefined,
        abort: () => {},
      });
    },
  };
}
