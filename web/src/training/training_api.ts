import type { CoreOptions } from "#core";
import type { CoreModule } from "../core/module";
import type { Pool } from "../pool/pool";
import { unwrap } from "../unwrap";
import type { TrainingApi } from "./api";
import { fetchedDigits } from "./digits";
import { trainingJobs } from "./jobs";
import { train } from "./train";

export const trainingApi = (
  core: CoreModule,
  coreOptions: CoreOptions,
  pool: Pool,
): TrainingApi => ({
  planeData: (options) => unwrap(core.planeData(options)),
  waveData: (options) => unwrap(core.waveData(options)),
  wrongLabels: (options) => unwrap(core.wrongLabels(options)),
  permutation: (options) => unwrap(core.permutation(options)),
  digits: () => fetchedDigits(core),
  outputSpread: (outputs) => unwrap(core.outputSpread(outputs)),
  train: (options) => train(core, coreOptions, pool.size > 0, options),
  ...trainingJobs(core, pool),
});
