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
  average(
    network: types.Network,
    input: number[],
    options: types.AverageOptions | undefined,
  ): types.Average | Error;
  subnetworks(network: types.Network, input: number[]): types.Subnetworks | Error;
  distribution(
    network: types.Network,
    input: number[],
    options: types.DistributionOptions,
  ): types.Distribution | Error;
}
