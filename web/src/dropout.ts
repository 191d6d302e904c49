/**
 * The lesson's JavaScript API: `import { load } from "./dropout.js"`.
 *
 * Arguments and results are plain numbers, arrays and objects, and results are copies. Whatever is
 * wrong with an argument is thrown as a RangeError or TypeError whose message names the field, what
 * it got and what it needs; `error.field` is the field alone.
 */
import createCore from "#core";
import type { CoreModule } from "./core/module";
import type {
  Average,
  AverageOptions,
  Distribution,
  DistributionOptions,
  ForwardOptions,
  ForwardPass,
  KeepMask,
  KeepMasks,
  LayerOptions,
  LayerPasses,
  MasksOptions,
  Matrix,
  Network,
  NetworkOptions,
  Seeded,
  Subnetworks,
} from "./core/types";

export type * from "./core/types";

export interface Dropout {
  /** The units that `nn.Dropout(p_drop)` keeps of a samples × units tensor, right after seeding. */
  masks(options: MasksOptions): KeepMask;
  /** All masks of one forward pass of a batch, in the order in which PyTorch draws them. */
  keepMasks(network: Network, options: Seeded & { samples: number }): KeepMasks;
  /** `nn.Linear(inputs, outputs)` on samples of ones, without and with `nn.Dropout(p_drop)`. */
  layer(options: LayerOptions): LayerPasses;
  /** A network with the weights that PyTorch or NumPy draws after seeding. */
  network(options: NetworkOptions): Network;
  /**
   * The paper's weight scaling: the weights that receive a masked layer, multiplied by
   * p_keep = 1 - p_drop.
   */
  scaleWeights(network: Network): Network;
  /**
   * Every layer's pre-activations and activations. With keep_masks, one subnetwork for each sample,
   * kept units multiplied by 1 / (1 - p_drop); without, the full network, as at test time.
   */
  forward(network: Network, inputs: Matrix, options?: ForwardOptions): ForwardPass;
  /** The exact average over all subnetworks, beside the scaled full network. */
  average(network: Network, input: number[], options?: AverageOptions): Promise<Average>;
  /** Every subnetwork's mask, probability and output. */
  subnetworks(network: Network, input: number[]): Subnetworks;
  /** How the outputs of all subnetworks are spread. */
  distribution(network: Network, input: number[], options: DistributionOptions): Distribution;
}

function unwrap<T>(result: T | Error): T {
  if (result instanceof Error) throw result;
  return result;
}

function api(core: CoreModule): Dropout {
  return {
    masks: (options) => unwrap(core.masks(options)),
    keepMasks: (network, options) => unwrap(core.keepMasks(network, options)),
    layer: (options) => unwrap(core.layer(options)),
    network: (options) => unwrap(core.network(options)),
    scaleWeights: (network) => unwrap(core.scaleWeights(network)),
    forward: (network, inputs, options) => unwrap(core.forward(network, inputs, options)),
    async average(network, input, options) {
      const signal = options?.signal;
      if (signal !== undefined && !(signal instanceof AbortSignal)) {
        throw new TypeError("signal must be an AbortSignal");
      }
      signal?.throwIfAborted();
      return unwrap(core.average(network, input, options));
    },
    subnetworks: (network, input) => unwrap(core.subnetworks(network, input)),
    distribution: (network, input, options) => unwrap(core.distribution(network, input, options)),
  };
}

let loaded: Promise<Dropout> | undefined;

/**
 * Compiles the WebAssembly core, once. `wasmBinary` is for hosts that cannot fetch it from beside
 * this file: the bytes of the .wasm.
 */
export function load(options: { wasmBinary?: ArrayBuffer | Uint8Array } = {}): Promise<Dropout> {
  loaded ??= createCore(options).then(api);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
