/**
 * The lesson's JavaScript API: `import { load } from "./dropout.js"`.
 *
 * Arguments and results are plain numbers, arrays and objects, and results are copies. Whatever is
 * wrong with an argument is thrown as a RangeError or TypeError whose message names the field, what
 * it got and what it needs; `error.field` is the field alone.
 */
import createCore, { type CoreOptions } from "#core";
import { coreBytes } from "./core/bytes";
import type { LongJobs, ShortFunctions } from "./core/functions";
import { startError } from "./core/start_error";
import { checkSupport } from "./core/support";
import { longJobs } from "./jobs/long_jobs";
import { shortFunctions } from "./input/short_functions";
import { checkedLoadOptions, type LoadOptions } from "./input/options";
import { Pool } from "./pool/pool";
import type { TrainingApi } from "./training/api";
import { trainingApi } from "./training/training_api";

export type { LoadOptions };
export type * from "./core/averaging_types";
export type * from "./core/functions";
export type * from "./core/training_types";
export type * from "./core/types";
export type { TrainingApi };
export type { TrainingSession } from "./training/session";

/** The functions of the core, which the page calls and others may. */
export interface Dropout extends ShortFunctions, LongJobs, TrainingApi {}

/** More would gain little for the memory that they take. */
const mostUsualWorkers = 16;

async function start(given: CoreOptions) {
  checkSupport();
  const options = given.wasmBinary === undefined ? await coreBytes() : given;
  // Emscripten makes what it is given its module.
  const core = await createCore({ ...options }).catch((cause) => {
    throw startError(cause, options.wasmBinary !== undefined);
  });
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const pool = new Pool(core, options, Math.min(cores, mostUsualWorkers));
  const dropout = {
    ...shortFunctions(core),
    ...longJobs(core, pool),
    ...trainingApi(core, options, pool),
  };
  return { pool, dropout };
}

let started: ReturnType<typeof start> | undefined;

/** Compiles the WebAssembly core, once. */
export async function load(options: LoadOptions = {}): Promise<Dropout> {
  const { workers, ...coreOptions } = checkedLoadOptions(options);
  started ??= start(coreOptions);
  started.catch(() => (started = undefined));
  const { pool, dropout } = await started;
  if (workers !== undefined) pool.resize(workers);
  return dropout;
}
