import type { CoreOptions } from "#core";
import type { CoreModule } from "../core/module";
import { matrixFrom, optionsFrom } from "../input/given";
import type { Pool } from "../pool/pool";
import { unwrap } from "../core/unwrap";
import type { TrainingApi } from "./api";
import { trainingJobs } from "./jobs";

export const trainingApi = (
  core: CoreModule,
  coreOptions: CoreOptions,
  pool: Pool,
): TrainingApi => ({
  planeData: (options) => unwrap(core.planeData(optionsFrom(options))),
  waveData: (options) => unwrap(core.waveData(optionsFrom(options))),
  wrongLabels: (options) => unwrap(core.wrongLabels(optionsFrom(options))),
  permutation: (options) => unwrap(core.permutation(optionsFrom(options))),
  digits: async () => (await import("./digits")).fetchedDigits(core),
  outputSpread: (outputs) => unwrap(core.outputSpread(matrixFrom(outputs, "outputs"))),
  async train(options) {
    const own = optionsFrom(options);
    const { train } = await import("./train");
    return train(core, coreOptions, pool.size > 0, own);
  },
  ...trainingJobs(core, pool),
});
