import type * as training from "./training_types";
import type * as averaging from "./averaging_types";
import type * as types from "./types";

/**
 * What the WebAssembly module exports through Embind: tests/wasm checks that this is what is there.
 * Every function returns the error instead of throwing it.
 */
export interface CoreModule {
  masks(options: types.Given<types.MasksOptions>): types.KeepMask | Error;
  keepMasks(
    network: types.Given<types.Network>,
    options: types.Given<types.Seeded & { samples: number }>,
  ): types.KeepMasks | Error;
  layer(options: types.Given<types.LayerOptions>): types.LayerPasses | Error;
  network(options: types.Given<types.NetworkOptions>): types.Network | Error;
  scaleWeights(network: types.Given<types.Network>): types.Network | Error;
  forward(
    network: types.Given<types.Network>,
    inputs: types.Given<types.Matrix>,
    options: types.Given<types.ForwardOptions> | undefined,
  ): types.ForwardPass | Error;
  averagePlan(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.MethodOptions> | undefined,
  ): averaging.AveragePlan | Error;
  average(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.MethodOptions> | undefined,
  ): averaging.Average | Error;
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
  monteCarlo(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.MonteCarloOptions>,
  ): averaging.MonteCarlo | Error;
  monteCarloError(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    average: types.Given<averaging.Average>,
    options: types.Given<averaging.MonteCarloErrorOptions>,
  ): averaging.MonteCarloError | Error;
  droppedUnits(options: types.Given<types.DroppedUnitsOptions>): types.DroppedUnits | Error;
  scaling(options: types.Given<types.ScalingOptions>): types.Scaling | Error;
  dieRolls(options: types.Given<types.DieRollsOptions>): types.DieRolls | Error;
  verdicts(network: types.Given<types.Network>): averaging.Verdicts | Error;
  uniformWeights(network: types.Given<types.Network>): types.Network | Error;
  subnetworks(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
  ): averaging.Subnetworks | Error;
  distribution(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.DistributionOptions>,
  ): averaging.Distribution | Error;
  sampledDistribution(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.SampledDistributionOptions>,
  ): averaging.Distribution | Error;
  gradients(
    network: types.Given<types.Network>,
    batch: types.Given<types.Batch>,
  ): types.Gradients | Error;
  descend(
    network: types.Given<types.Network>,
    gradients: types.Given<types.MeanGradients>,
    learningRate: number,
  ): types.Network | Error;
  gradientDescent(
    network: types.Given<types.Network>,
    batch: types.Given<types.Batch>,
    options: types.Given<types.DescentOptions>,
  ): types.Network | Error;
  numericalGradient(
    network: types.Given<types.Network>,
    batch: types.Given<types.Batch>,
    options: types.Given<types.NumericalGradientOptions>,
  ): types.NumericalGradient | Error;
  planeData(options: types.Given<training.PlaneDataOptions>): training.ClassSamples | Error;
  waveData(options: types.Given<training.WaveDataOptions>): training.CurveSamples | Error;
  wrongLabels(options: types.Given<training.WrongLabelsOptions>): number[] | Error;
  permutation(options: types.Given<training.PermutationOptions>): number[] | Error;
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
  sampledOutputs(
    network: types.Given<types.Network>,
    input: types.Given<number[]>,
    options: types.Given<averaging.MonteCarloOptions>,
  ): types.Matrix | Error;
  sampledVotes(
    network: types.Given<types.Network>,
    inputs: types.Given<types.Matrix>,
    options: types.Given<training.VotesOptions>,
  ): types.Matrix | Error;
  outputSpread(outputs: types.Given<types.Matrix>): training.OutputSpread | Error;
  activationHistogram(
    network: types.Given<types.Network>,
    inputs: types.Given<types.Matrix>,
    options: types.Given<training.ActivationHistogramOptions>,
  ): training.ActivationHistogram | Error;
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
