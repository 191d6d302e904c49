import type { CoreModule } from "../core/module";
import type { Average, Distribution, MonteCarlo, MonteCarloError } from "../core/averaging_types";
import type { DroppedUnits, Given, Network } from "../core/types";
import { averageFrom, networkFrom, numbersFrom } from "../input/given";
import { splitJobOptions } from "../input/options";
import type { LongJobs } from "../core/functions";
import { averagePieces, drawingNanoseconds, samplingNanoseconds } from "./pieces";
import type { Piece } from "../pool/long_calls";
import type { Pool } from "../pool/pool";
import { unwrap } from "../core/unwrap";

const copyOf = (network: Given<Network>, input: readonly number[]) => ({
  network: networkFrom(network),
  input: numbersFrom(input, "input"),
});

/**
 * The functions that may take long. Before a worker gets anything, a short call of the core's on
 * this thread refuses what is wrong with the arguments.
 */
export const longJobs = (core: CoreModule, pool: Pool): LongJobs => ({
  async average(network, input, options = {}) {
    const { job, rest } = splitJobOptions(options);
    const own = copyOf(network, input);
    const plan = unwrap(core.averagePlan(own.network, own.input, rest));
    if (plan.chunks === 1) {
      const whole: Piece<Average> = (any) => any.average(own.network, own.input, rest);
      const [result] = await pool.run([whole], plan.nanoseconds, job);
      return result!;
    }
    const pieces = averagePieces(own.network, own.input, rest, plan, pool.size);
    const partialSums = (await pool.run(pieces, plan.nanoseconds, job)).flat();
    return unwrap(core.averageFromChunks(own.network, own.input, rest, partialSums));
  },

  async monteCarlo(network, input, options) {
    const { job, rest } = splitJobOptions(options);
    const own = copyOf(network, input);
    unwrap(core.monteCarlo(own.network, own.input, { ...rest, samples: 1 }));
    const piece: Piece<MonteCarlo> = (someCore) =>
      someCore.monteCarlo(own.network, own.input, rest);
    const nanoseconds = samplingNanoseconds(own.network, rest.samples);
    const [result] = await pool.run([piece], nanoseconds, job);
    return result!;
  },

  async monteCarloError(network, input, average, options) {
    const { job, rest } = splitJobOptions(options);
    const own = { ...copyOf(network, input), average: averageFrom(average) };
    const short = { ...rest, samples: 1, repeats: 1 };
    unwrap(core.monteCarloError(own.network, own.input, own.average, short));
    const piece: Piece<MonteCarloError> = (someCore) =>
      someCore.monteCarloError(own.network, own.input, own.average, rest);
    const nanoseconds = samplingNanoseconds(own.network, rest.samples, rest.repeats);
    const [result] = await pool.run([piece], nanoseconds, job);
    return result!;
  },

  async outputHistogram(network, input, options) {
    const { job, rest } = splitJobOptions(options);
    const own = copyOf(network, input);
    const { samples } = rest;
    const name = samples === undefined ? "distribution" : "sampledDistribution";
    const short = { generator: "torch", seed: 0, ...rest, samples: 1 } as const;
    unwrap(core.sampledDistribution(own.network, own.input, short));
    const nanoseconds =
      samples === undefined
        ? 100 * unwrap(core.averagePlan(own.network, own.input, {})).subnetworks
        : samplingNanoseconds(own.network, samples);
    const piece: Piece<Distribution> = (someCore) =>
      someCore[name](own.network, own.input, rest as never);
    const [result] = await pool.run([piece], nanoseconds, job);
    return result!;
  },

  async droppedUnits(options) {
    const { job, rest } = splitJobOptions(options);
    unwrap(core.droppedUnits({ ...rest, trials: 0 }));
    const piece: Piece<DroppedUnits> = (someCore) => someCore.droppedUnits(rest);
    const nanoseconds = drawingNanoseconds(rest.units, rest.trials);
    const [result] = await pool.run([piece], nanoseconds, job);
    return result!;
  },
});
