import type * as training from "./training_types";
import type * as averaging from "./averaging_types";
import type * as types from "./types";

/**
 * What the WebAssembly module exports through Embind: tests/wasm checks that this is what is there.
 * Every function returns the error instead of throwing it.
 */
export interface CoreModule {
  masks(options: types.MasksOptions): types.KeepMask | Error;
  keepMasks(
    network: types.Network,
    options: types.Seeded & { samples: number },
  ): types.KeepMasks | Error;
  layer(options: types.LayerOptions): types.LayerPasses | Error;
  network(options: types.NetworkOptions): types.Network | Error;
  scaleWeights(network: types.Network): types.Network | Error;
  forward(
    network: types.Network,
    inputs: types.Matrix,
    options: types.ForwardOptions | undefined,
  ): types.ForwardPass | Error;
  averagePlan(
    network: types.Network,
    input: number[],
    options: averaging.MethodOptions | undefined,
  ): averaging.AveragePlan | Error;
  average(
    network: types.Network,
    input: number[],
    options: averaging.MethodOptions | undefined,
  ): averaging.Average | Error;
  averageChunks(
    network: types.Network,
    input: number[],
    options: averaging.ChunkOptions,
  ): types.Matrix | Error;
  averageFromChunks(
    network: types.Network,
    input: number[],
    options: averaging.MethodOptions | undefined,
    partialSums: types.Matrix,
  ): averaging.Average | Error;
  monteCarlo(
    network: types.Network,
    input: number[],
    options: averaging.MonteCarloOptions,
  ): averaging.MonteCarlo | Error;
  monteCarloError(
    network: types.Network,
    input: number[],
    average: averaging.Average,
    options: averaging.MonteCarloErrorOptions,
  ): averaging.MonteCarloError | Error;
  droppedUnits(options: types.DroppedUnitsOptions): types.DroppedUnits | Error;
  scaling(options: types.ScalingOptions): types.Scaling | Error;
  dieRolls(options: types.DieRollsOptions): types.DieRolls | Error;
  verdicts(network: types.Network): averaging.Verdicts | Error;
  uniformWeights(network: types.Network): types.Network | Error;
  subnetworks(network: types.Network, input: number[]): averaging.Subnetworks | Error;
  distribution(
    network: types.Network,
    input: number[],
    options: averaging.DistributionOptions,
  ): averaging.Distribution | Error;
  sampledDistribution(
    network: types.Network,
    input: number[],
    options: averaging.SampledDistributionOptions,
  ): averaging.Distribution | Error;
  gradients(network: types.Network, batch: types.Batch): types.Gradients | Error;
  descend(
    network: types.Network,
    gradients: types.MeanGradients,
    learningRate: number,
  ): types.Network | Error;
  gradientDescent(
    network: types.Network,
    batch: types.Batch,
    options: types.DescentOptions,
  ): types.Network | Error;
  numericalGradient(
    network: types.Network,
    batch: types.Batch,
    options: types.NumericalGradientOptions,
  ): types.NumericalGradient | Error;
  planeData(options: training.PlaneDataOptions): training.ClassSamples | Error;
  waveData(options: training.WaveDataOptions): training.CurveSamples | Error;
  wrongLabels(options: training.WrongLabelsOptions): number[] | Error;
  permutation(options: training.PermutationOptions): number[] | Error;
  digits(packed: Uint8Array): training.ClassSamples | Error;
  train(options: training.TrainingOptions): CoreTraining | Error;
  evaluate(network: types.Network, samples: training.EvaluatedSamples): training.Evaluation | Error;
  outputs(network: types.Network, inputs: types.Matrix): types.Matrix | Error;
  sampledOutputs(
    network: types.Network,
    input: number[],
    options: averaging.MonteCarloOptions,
  ): types.Matrix | Error;
  sampledVotes(
    network: types.Network,
    inputs: types.Matrix,
    options: training.VotesOptions,
  ): types.Matrix | Error;
  outputSpread(outputs: types.Matrix): training.OutputSpread | Error;
  activationHistogram(
    network: types.Network,
    inputs: types.Matrix,
    options: training.ActivationHistogramOptions,
  ): training.ActivationHistogram | Error;
  monteCarloErrors(
    network: types.Network,
    samples: training.EvaluatedSamples,
    options: types.Seeded & { subnetworks: number },
  ): number[] | Error;
  monteCarloEvaluation(
    network: types.Network,
    samples: training.EvaluatedSamples,
    error: types.Matrix,
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
