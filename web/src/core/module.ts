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
    options: types.MethodOptions | undefined,
  ): types.AveragePlan | Error;
  average(
    network: types.Network,
    input: number[],
    options: types.MethodOptions | undefined,
  ): types.Average | Error;
  averageChunks(
    network: types.Network,
    input: number[],
    options: types.ChunkOptions,
  ): types.Matrix | Error;
  averageFromChunks(
    network: types.Network,
    input: number[],
    options: types.MethodOptions | undefined,
    partialSums: types.Matrix,
  ): types.Average | Error;
  monteCarlo(
    network: types.Network,
    input: number[],
    options: types.MonteCarloOptions,
  ): types.MonteCarlo | Error;
  monteCarloError(
    network: types.Network,
    input: number[],
    average: types.Average,
    options: types.MonteCarloErrorOptions,
  ): types.MonteCarloError | Error;
  droppedUnits(options: types.DroppedUnitsOptions): types.DroppedUnits | Error;
  scaling(options: types.ScalingOptions): types.Scaling | Error;
  dieRolls(options: types.DieRollsOptions): types.DieRolls | Error;
  verdicts(network: types.Network): types.Verdicts | Error;
  uniformWeights(network: types.Network): types.Network | Error;
  subnetworks(network: types.Network, input: number[]): types.Subnetworks | Error;
  distribution(
    network: types.Network,
    input: number[],
    options: types.DistributionOptions,
  ): types.Distribution | Error;
  sampledDistribution(
    network: types.Network,
    input: number[],
    options: types.SampledDistributionOptions,
  ): types.Distribution | Error;
}
