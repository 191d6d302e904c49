import type { CoreOptions } from "#core";
import type { CoreModule } from "../core/module";
import { optionsFrom } from "../input/given";
import type { Pool } from "../pool/pool";
import type { TrainingApi } from "./api";
import { trainingJobs } from "./jobs";

export const trainingApi = (
  core: CoreModule,
  coreOptions: CoreOptions,
  pool: Pool,
): TrainingApi => ({
  digits: async () => (await import("./digits")).fetchedDigits(core),
  async train(options) {
    const own = optionsFrom(options);
    const { train } = await import("./train");
    return train(core, coreOptions, pool.size > 0, own);
  },
  ...trainingJobs(core, pool),
});
