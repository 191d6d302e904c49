/** A worker with a core of its own. */
import { expose } from "comlink";
import createCore, { type CoreOptions } from "#core";
import type { CoreModule, CoreTraining } from "../core/module";
import type { TrainingOptions } from "../core/training_types";
import type { Given } from "../core/types";
import "./errors";
import { holdLock } from "./lock";
import { type LongCalls, longCalls } from "./long_calls";

export interface WorkerCalls extends LongCalls, Omit<CoreTraining, "delete"> {
  /** Gives the name of a lock that the worker holds for as long as it lives. */
  lock(): Promise<string | undefined>;
  /** To be called before any of the core's. */
  load(options: CoreOptions): Promise<void>;
  /** Starts the one session that step, state, nextBatch and snapshot are about. */
  train(options: Given<TrainingOptions>): Error | undefined;
}

const lock = holdLock();
let core: CoreModule;
let training: CoreTraining;

const calls: Omit<WorkerCalls, keyof LongCalls> = {
  lock: () => lock,
  async load(options) {
    core = await createCore(options);
  },
  train(options) {
    const started = core.train(options);
    if (started instanceof Error) return started;
    training = started;
  },
  step: (...given) => training.step(...given),
  state: () => training.state(),
  nextBatch: () => training.nextBatch(),
  snapshot: () => training.snapshot(),
};
const forwarded = longCalls.map((name) => [
  name,
  (...given: unknown[]) => (core[name] as (...given: unknown[]) => unknown)(...given),
]);
expose({ ...calls, ...Object.fromEntries(forwarded) });
