import type { CoreModule } from "../core/module";
import type { JobOptions, Network } from "../core/types";
import { batchFrom, inputsFrom, networkFrom, numbersFrom } from "../input/given";
import { checkRepeats, splitJobOptions, refuseOptions } from "../input/options";
import { passNanoseconds } from "../jobs/pieces";
import type { Piece } from "../pool/long_calls";
import type { Pool } from "../pool/pool";
import { laterSeed } from "../input/seeds";
import { isSendable } from "../input/sendable";
import { unwrap } from "../core/unwrap";
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
  /** `given` is what is sent; `samples`, how many passes, as one number or several to multiply. */
  async function run<T>(
    given: { network: Network },
    samples: number[],
    job: JobOptions,
    piece: Piece<T>,
  ) {
    // What cannot be sent, the core refuses here.
    const nanoseconds = isSendable(given) ? passNanoseconds(given.network, ...samples) : 0;
    const [result] = await pool.run([piece], nanoseconds, job);
    return result!;
  }
  return {
    async evaluate(network, samples, options = {}) {
      const { job, rest } = splitJobOptions(options);
      refuseOptions(rest);
      const given = networkFrom(network);
      const own = { network: given, samples: batchFrom(samples, "samples", given) };
      return run(own, [own.samples?.inputs?.length], job, (some) =>
        some.evaluate(own.network, own.samples),
      );
    },

    async outputs(network, inputs, options = {}) {
      const { job, rest } = splitJobOptions(options);
      refuseOptions(rest);
      const given = networkFrom(network);
      const own = { network: given, inputs: inputsFrom(inputs, given) };
      return run(own, [own.inputs?.length], job, (some) => some.outputs(own.network, own.inputs));
    },

    async sampledOutputs(network, input, options) {
      const { job, rest } = splitJobOptions(options);
      const own = { network: networkFrom(network), input: numbersFrom(input, "input"), rest };
      return run(own, [rest.samples], job, (some) =>
        some.sampledOutputs(own.network, own.input, rest),
      );
    },

    async sampledVotes(network, inputs, options) {
      const { job, rest } = splitJobOptions(options);
      const given = networkFrom(network);
      const own = { network: given, inputs: inputsFrom(inputs, given), rest };
      return run(own, [own.inputs?.length, rest.subnetworks], job, (some) =>
        some.sampledVotes(own.network, own.inputs, rest),
      );
    },

    async activationHistogram(network, inputs, options) {
      const { job, rest } = splitJobOptions(options);
      const given = networkFrom(network);
      const own = { network: given, inputs: inputsFrom(inputs, given), rest };
      return run(own, [own.inputs?.length], job, (some) =>
        some.activationHistogram(own.network, own.inputs, rest),
      );
    },

    async monteCarloEvaluation(network, samples, options) {
      const { job, rest } = splitJobOptions(options);
      const { repeats, ...drawing } = rest;
      checkRepeats(repeats);
      const { generator } = drawing;
      const seedOf = (run: number) => laterSeed(drawing.seed, run);
      for (const seed of [seedOf(0), seedOf(repeats - 1)]) {
        unwrap(core.permutation({ generator, seed, samples: 0 }));
      }
      const given = networkFrom(network);
      const own = { network: given, samples: batchFrom(samples, "samples", given), drawing };
      const pieces = Array.from({ length: repeats }, (_, run): Piece<number[]> => {
        const options = { ...drawing, seed: seedOf(run) };
        return (some) => some.monteCarloErrors(own.network, own.samples, options);
      });
      const nanoseconds = isSendable(own)
        ? passNanoseconds(own.network, own.samples?.inputs?.length, drawing.subnetworks, repeats)
        : 0;
      const error = await pool.run(pieces, nanoseconds, job);
      return unwrap(core.monteCarloEvaluation(own.network, own.samples, error));
    },
  };
};
