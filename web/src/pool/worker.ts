/** A worker with a core of its own. */
import { expose } from "comlink";
import createCore, { type CoreOptions } from "#core";
import type { CoreModule } from "../core/module";
import "./errors";
import { holdLock } from "./lock";
import type { LongCalls } from "./long_calls";

export interface WorkerCalls extends LongCalls {
  /** Gives the name of a lock that the worker holds for as long as it lives. */
  lock(): Promise<string | undefined>;
  /** To be called before any of the core's. */
  load(options: CoreOptions): Promise<void>;
}

const lock = holdLock();
let core: CoreModule;

const calls: WorkerCalls = {
  lock: () => lock,
  async load(options) {
    core = await createCore(options);
  },
  average: (...given) => core.average(...given),
  averageChunks: (...given) => core.averageChunks(...given),
  monteCarlo: (...given) => core.monteCarlo(...given),
  monteCarloError: (...given) => core.monteCarloError(...given),
  droppedUnits: (...given) => core.droppedUnits(...given),
};
expose(calls);
