import { plainCopy } from "../copy";
import type { CoreModule } from "../core/module";
import type { Given, JobOptions, Network } from "../core/types";
import { checkRepeats, partOptions, refuseOptions } from "../options";
import { passNanoseconds } from "../pieces";
import type { Piece } from "../pool/long_calls";
import type { Pool } from "../pool/pool";
import { unwrap } from "../unwrap";
import type { TrainingApi } from "./api";

type TrainingJobs = Pick<
  TrainingApi,
  | "evaluate"
  | "outputs"
  | "sampledOutputs"
  | "sampledVotes"
  | "activationHistogram"
  | "monteCarloEvaluation"
>;

/** What may take long. Where it is computed, the core refuses what is wrong with the arguments. */
export const trainingJobs = (core: CoreModule, pool: Pool): TrainingJobs => {
  async function run<T>(
    network: Given<Network>,
    samples: number,
    job: JobOptions,
    piece: Piece<T>,
  ) {
    const [result] = await pool.run([piece], passNanoseconds(network, samples), job);
    return result!;
  }
  return {
    async evaluate(network, samples, options = {}) {
      const { job, rest } = partOptions(options);
      refuseOptions(rest);
      const own = plainCopy({ network, samples });
      return run(network, samples?.inputs?.length, job, (some) =>
        some.evaluate(own.network, own.samples),
      );
    },

    async outputs(network, inputs, options = {}) {
      const { job, rest } = partOptions(options);
      refuseOptions(rest);
      const own = plainCopy({ network, inputs });
      return run(network, inputs?.length, job, (some) => some.outputs(own.network, own.inputs));
    },

    async sampledOutputs(network, input, options) {
      const { job, rest } = partOptions(options);
      const own = plainCopy({ network, input, rest });
      return run(network, rest.samples, job, (some) =>
        some.sampledOutputs(own.network, own.input, own.rest),
      );
    },

    async sampledVotes(network, inputs, options) {
      const { job, rest } = partOptions(options);
      const own = plainCopy({ network, inputs, rest });
      return run(network, inputs?.length * rest.subnetworks, job, (some) =>
        some.sampledVotes(own.network, own.inputs, own.rest),
      );
    },

    async activationHistogram(network, inputs, options) {
      const { job, rest } = partOptions(options);
      const own = plainCopy({ network, inputs, rest });
      return run(network, inputs?.length, job, (some) =>
        some.activationHistogram(own.network, own.inputs, own.rest),
      );
    },

    async monteCarloEvaluation(network, samples, options) {
      const { job, rest } = partOptions(options);
      const { repeats, ...drawing } = rest;
      checkRepeats(repeats);
      const { generator, seed } = drawing;
      unwrap(core.permutation({ generator, seed, samples: 0 }));
      const own = plainCopy({ network, samples, drawing });
      const pieces = Array.from({ length: repeats }, (_, run): Piece<number[]> => {
        const options = { ...own.drawing, seed: own.drawing.seed + run };
        return (some) => some.monteCarloErrors(own.network, own.samples, options);
      });
      const passes = samples?.inputs?.length * drawing.subnetworks * repeats;
      const error = await pool.run(pieces, passNanoseconds(network, passes), job);
      return unwrap(core.monteCarloEvaluation(own.network, own.samples, error));
    },
  };
};
