import type * as averaging from "./averaging_types";
import type { LongJobs, SamplingJobs, ShortFunctions } from "./functions";
import type * as training from "./training_types";
import type * as types from "./types";

/** Embind counts arguments: optional ones are given as undefined. */
type Every<Given extends unknown[], All extends unknown[] = Required<Given>> = {
  [Place in keyof All]: Place extends keyof Given ? Given[Place] : never;
};

/** What the core has of a function of the API: it answers at once, and returns its errors. */
type InCore<Call> = Call extends (...given: infer Given) => infer Result
  ? (...given: Every<Given>) => Awaited<Result> | Error
  : never;

type Functions = ShortFunctions & Omit<LongJobs, "outputHistogram"> & SamplingJobs;

/**
 * What the WebAssembly module exports through Embind: tests/wasm checks that this is what is there.
 * The functions of the API are declared there; here are only those that it has otherwise.
 */
export interface CoreModule extends Readonly<{
  [Name in keyof Functions]: InCore<Functions[Name]>;
}> {
  averageChunks(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.ChunkOptions>,
  ): types.Matrix | Error;
  averageFromChunks(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.MethodOptions> | undefined,
    partialSums: types.Given<types.Matrix>,
  ): averaging.Average | Error;
  digits(packed: types.Given<Uint8Array>): training.ClassSamples | Error;
  train(options: types.Given<training.TrainingOptions>): CoreTraining | Error;
  evaluate(
    network: types.Given<types.Network>,
    samples: types.Given<training.EvaluatedSamples>,
  ): training.Evaluation | Error;
  outputs(
    network: types.Given<types.Network>,
    inputs: types.Given<types.Matrix>,
  ): types.Matrix | Error;
  monteCarloErrors(
    network: types.Given<types.Network>,
    samples: types.Given<training.EvaluatedSamples>,
    options: types.Given<types.Seeded & { subnetworks: number }>,
  ): number[] | Error;
  monteCarloEvaluation(
    network: types.Given<types.Network>,
    samples: types.Given<training.EvaluatedSamples>,
    error: types.Given<types.Matrix>,
  ): training.MonteCarloEvaluation | Error;
}

/** A training session inside the module, in whose memory it stays until it is deleted. */
export interface CoreTraining {
  /** Gives how many updates have been made in all. */
  step(updates: number): number | Error;
  state(): training.TrainingState | Error;
  nextBatch(): training.TrainingBatch | Error;
  snapshot(): training.TrainingSnapshot | Error;
  delete(): void;
}
