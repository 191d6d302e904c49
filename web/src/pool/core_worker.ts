import { wrap } from "comlink";
import type { CoreOptions } from "#core";
import "./errors";
import { untilFreed } from "./lock";
import type { WorkerCalls } from "./worker";

const longestStartMilliseconds = 10_000;

/** The page's end of a worker with a core of its own. */
export class CoreWorker {
  /** Why, once the worker has ended or could not start. */
  readonly ended: Promise<string>;
  /** Whether its script runs. */
  hasStarted = false;
  readonly calls;
  /** From then on, the core can be called. */
  readonly ready: Promise<void>;
  /** To be called when what comes from the worker says that it has ended. */
  end!: (reason: string) => void;
  readonly #worker: Worker;

  /** Throws where the browser allows no worker, as for a script from another origin. */
  constructor(options: CoreOptions) {
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.calls = wrap<WorkerCalls>(this.#worker);
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.#worker.addEventListener("error", ({ message }) => this.end(message));
    this.#worker.addEventListener("messageerror", () => this.end("its answer is unreadable"));
    setTimeout(() => this.hasStarted || this.end("it did not start"), longestStartMilliseconds);
    this.ready = this.#start(options);
  }

  async #start(options: CoreOptions) {
    const lock = await this.calls.lock();
    this.hasStarted = true;
    if (lock !== undefined) void untilFreed(lock).then(() => this.end("it was terminated"));
    await this.calls.load(options);
  }

  terminate() {
    this.#worker.terminate();
  }
}
