import { releaseProxy, wrap } from "comlink";
import type { CoreOptions } from "#core";
import "./errors";
import { untilFreed } from "./lock";
import { startWorker } from "./start_worker";
import type { WorkerCalls } from "./worker";

const longestStartMilliseconds = 10_000;

/** The page's end of a worker with a core of its own. */
export class CoreWorker {
  /** Why, once the worker has ended or could not start. */
  readonly ended: Promise<string>;
  /** Whether it has its core: one that gets none, others have to do without. */
  hasStarted = false;
  readonly calls;
  /** From then on, the core can be called. */
  readonly ready: Promise<void>;
  /** To be called when what comes from the worker says that it has ended. */
  end!: (reason: string) => void;
  readonly #worker: Worker;

  /** Throws where the browser allows no worker. */
  constructor(options: CoreOptions) {
    this.#worker = startWorker();
    this.calls = wrap<WorkerCalls>(this.#worker);
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.#worker.addEventListener("error", ({ message }) => this.end(message));
    this.#worker.addEventListener("messageerror", () => this.end("its answer is unreadable"));
    setTimeout(() => this.hasStarted || this.end("it did not start"), longestStartMilliseconds);
    this.ready = this.#start(options);
  }

  async #start(options: CoreOptions) {
    const lock = await this.calls.lock();
    if (lock !== undefined) void untilFreed(lock).then(() => this.end("it was terminated"));
    await this.calls.load(options);
    this.hasStarted = true;
  }

  terminate() {
    // Else Comlink holds on to the worker, and so to all of this, for ever.
    this.calls[releaseProxy]();
    this.#worker.terminate();
  }
}
