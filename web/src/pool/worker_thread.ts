import { releaseProxy, wrap } from "comlink";
import type { CoreOptions } from "#core";
import "./errors";
import type { Job } from "./job";
import { untilFreed } from "./lock";
import { startWorker } from "./start_worker";
import type { WorkerCalls } from "./worker";

export interface Task {
  job: Job;
  piece: number;
}

const longestStartMilliseconds = 10_000;

/** The page's end of a worker. */
export class WorkerThread {
  /** What it has been given and not finished, in the order in which it computes. */
  readonly tasks = new Set<Task>();
  /** Why, once the worker has ended or could not start. */
  readonly ended: Promise<string>;
  /** Whether it has its core: one that gets none, others have to do without. */
  hasStarted = false;
  readonly #worker: Worker;
  readonly #calls;
  readonly #ready: Promise<void>;
  #end!: (reason: string) => void;

  /** Throws where the browser allows no worker. */
  constructor(options: CoreOptions) {
    this.#worker = startWorker();
    this.#calls = wrap<WorkerCalls>(this.#worker);
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#worker.addEventListener("error", ({ message }) => this.#end(message));
    this.#worker.addEventListener("messageerror", () => this.#end("its answer is unreadable"));
    setTimeout(() => this.hasStarted || this.#end("it did not start"), longestStartMilliseconds);
    this.#ready = this.#start(options);
  }

  async #start(options: CoreOptions) {
    const lock = await this.#calls.lock();
    if (lock !== undefined) void untilFreed(lock).then(() => this.#end("it was terminated"));
    await this.#calls.load(options);
    this.hasStarted = true;
  }

  /** How long its tasks take, estimated. */
  get milliseconds(): number {
    return [...this.tasks].reduce((sum, { job }) => sum + job.milliseconds, 0);
  }

  async compute(task: Task) {
    this.tasks.add(task);
    try {
      await this.#ready;
      await task.job.compute(task.piece, this.#calls);
      this.tasks.delete(task);
    } catch (error) {
      // The core returns what is wrong with a task. What comes out of it by other ways ends it.
      this.#end((error as Error).message);
    }
  }

  terminate() {
    // Else Comlink holds on to the worker, and so to all of this, for ever.
    this.#calls[releaseProxy]();
    this.#worker.terminate();
  }
}
