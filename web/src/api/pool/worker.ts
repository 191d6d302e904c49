/** A worker with a core of its own. */
import { expose } from "comlink";
import createCore, { type CoreOptions } from "#core";
import type { CoreModule, CoreTraining } from "../core/module";
import type { TrainingOptions } from "../core/training_types";
import type { Given } from "../core/types";
import "./errors";
import { holdLock } from "./lock";
import type { LongCalls } from "./long_calls";

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

const calls: WorkerCalls = {
  lock: () => lock,
  async load(options) {
    core = await createCore(options);
  },
  average: (...given) => core.average(...given),
  averageChunks: (...given) => core.averageChunks(...given),
  monteCarlo: (...given) => core.monteCarlo(...given),
  monteCarloError: (...given) => core.monteCarloError(...given),
  distribution: (...given) => core.distribution(...given),
  sampledDistribution: (...given) => core.sampledDistribution(...given),
  droppedUnits: (...given) => core.droppedUnits(...given),
  evaluate: (...given) => core.evaluate(...given),
  outputs: (...given) => core.outputs(...given),
  sampledOutputs: (...given) => core.sampledOutputs(...given),
  sampledVotes: (...given) => core.sampledVotes(...given),
  activationHistogram: (...given) => core.activationHistogram(...given),
  monteCarloErrors: (...given) => core.monteCarloErrors(...given),
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
expose(calls);
