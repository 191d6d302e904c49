import type { CoreOptions } from "#core";
import type { JobOptions } from "../core/types";
import { Job } from "./job";
import type { LongCalls, Piece } from "./long_calls";
import { progress } from "./progress";
import { computeHere } from "./this_thread";
import type { WorkerThread } from "./worker_thread";

/** What takes less is computed at once: asking a worker would not be quicker. */
const quickMilliseconds = 8;
/** A worker is given so much work in advance that it never waits for more. */
const millisecondsAhead = 30;
/** So many in a row may fail to start where others could: then the machine is busy, or asleep. */
const mostFailedStarts = 3;
/** A worker that goes on for longer with a job that was aborted or has failed is replaced. */
const millisecondsAfterFailure = 200;

/** Divides jobs among workers, or computes them on this thread where there are none. */
export class Pool {
  readonly #core: LongCalls;
  readonly #coreOptions: CoreOptions;
  #size: number;
  #threads: WorkerThread[] = [];
  /** What starts a worker: fetched for the first job that is for one, as many pages have none. */
  #Thread: typeof WorkerThread | undefined;
  #fetching: Promise<void> | undefined;
  /** How many more may fail to start before the pool does without them. */
  #failuresLeft = 0;
  /** Jobs with pieces that nobody has taken; the first one's turn is next. */
  #waiting: Job[] = [];

  /** `core` is this thread's; the workers, started when they are needed, have their own. */
  constructor(core: LongCalls, coreOptions: CoreOptions, size: number) {
    this.#core = core;
    this.#coreOptions = coreOptions;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  resize(size: number) {
    if (size === this.#size) return;
    this.#size = size;
    for (const thread of this.#threads) this.#dismiss(thread);
    this.#serve();
  }

  /** `nanoseconds`: an estimate for all pieces together. */
  async run<T>(pieces: Piece<T>[], nanoseconds: number, options: JobOptions): Promise<T[]> {
    const { signal, onProgress } = options;
    signal?.throwIfAborted();
    const milliseconds = nanoseconds / 1e6;
    const report = progress(pieces.length, onProgress);
    const job = new Job(pieces, milliseconds / pieces.length, report);
    const abort = () => job.fail(signal!.reason);
    signal?.addEventListener("abort", abort);

    if (milliseconds < quickMilliseconds) void computeHere(job, this.#core);
    else this.#waiting.push(job);
    this.#serve();
    try {
      return (await job.results) as T[];
    } catch (error) {
      setTimeout(() => this.#release(job), millisecondsAfterFailure);
      throw error;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  #serve() {
    let thread: WorkerThread | undefined;
    this.#waiting = this.#waiting.filter((job) => job.hasPiecesLeft);
    if (this.#waiting.length > 0 && this.#size > 0 && !this.#Thread) {
      this.#fetching ??= this.#fetchThread();
      return;
    }
    while (this.#waiting.length > 0 && (thread = this.#freeThread())) {
      const job = this.#waiting.shift()!;
      void thread.compute({ job, piece: job.take() }).then(() => this.#serve());
      if (job.hasPiecesLeft) this.#waiting.push(job);
    }
    if (this.#size > 0) return;
    for (const job of this.#waiting.splice(0)) void computeHere(job, this.#core);
  }

  async #fetchThread() {
    try {
      this.#Thread = (await import("./worker_thread")).WorkerThread;
    } catch {
      this.#size = 0; // As where the browser allows no worker.
    }
    this.#fetching = undefined;
    this.#serve();
  }

  #freeThread(): WorkerThread | undefined {
    const [freest] = [...this.#threads].sort((a, b) => a.milliseconds - b.milliseconds);
    if (freest?.tasks.size === 0) return freest;
    if (this.#threads.length < this.#size) return this.#startThread();
    return freest && freest.milliseconds < millisecondsAhead ? freest : undefined;
  }

  #startThread(): WorkerThread | undefined {
    try {
      const thread = new this.#Thread!(this.#coreOptions);
      this.#threads.push(thread);
      thread.worker.ready.then(
        () => (this.#failuresLeft = mostFailedStarts),
        () => {}, // It has ended, then.
      );
      void thread.worker.ended.then((reason) => this.#replace(thread, reason));
      return thread;
    } catch {
      this.#size = this.#threads.length;
      return this.#freeThread();
    }
  }

  #replace(thread: WorkerThread, reason: string) {
    if (!this.#threads.includes(thread)) return;
    const [current] = thread.tasks;
    if (!thread.worker.hasStarted) {
      if (this.#failuresLeft > 0) --this.#failuresLeft;
      else this.#size = this.#threads.length - 1;
    } else if (current) {
      current.job.fail(new Error(`a worker stopped unexpectedly: ${reason}`));
    }
    this.#dismiss(thread);
    this.#serve();
  }

  /** Frees the workers that go on with a job that nobody wants any more. */
  #release(job: Job) {
    for (const thread of this.#threads) {
      const [current] = thread.tasks;
      if (thread.worker.hasStarted && current?.job === job) this.#dismiss(thread);
    }
    this.#serve();
  }

  /** What it has not finished is for others. */
  #dismiss(thread: WorkerThread) {
    thread.worker.terminate();
    this.#threads = this.#threads.filter((other) => other !== thread);
    for (const { job, piece } of thread.tasks) {
      job.putBack(piece);
      if (!this.#waiting.includes(job)) this.#waiting.push(job);
    }
  }
}
