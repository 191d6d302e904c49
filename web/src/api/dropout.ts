/**
 * The lesson's JavaScript API: `import { load } from "./dropout.js"`.
 *
 * Arguments and results are plain numbers, arrays and objects, and results are copies. Whatever is
 * wrong with an argument is thrown as a RangeError or TypeError whose message names the field, what
 * it got and what it needs; `error.field` is the field alone.
 */
import createCore, { type CoreOptions } from "#core";
import { coreBytes } from "./core/bytes";
import type { CoreModule } from "./core/module";
import { startError } from "./core/start_error";
import { checkSupport } from "./core/support";
import type {
  AveragePlan,
  Distribution,
  DistributionOptions,
  MethodOptions,
  SampledDistributionOptions,
  Subnetworks,
  Verdicts,
} from "./core/averaging_types";
import type {
  DieRolls,
  DieRollsOptions,
  Batch,
  DescentOptions,
  ForwardOptions,
  ForwardPass,
  Given,
  Gradients,
  KeepMask,
  KeepMasks,
  LayerOptions,
  LayerPasses,
  MasksOptions,
  Matrix,
  MeanGradients,
  Network,
  NetworkOptions,
  NumericalGradient,
  NumericalGradientOptions,
  Scaling,
  ScalingOptions,
  Seeded,
} from "./core/types";
import {
  batchFrom,
  gradientsFrom,
  inputsFrom,
  networkFrom,
  numberFrom,
  numbersFrom,
  optionsFrom,
} from "./input/given";
import type { LongJobs } from "./jobs/api";
import { longJobs } from "./jobs/long_jobs";
import { checkedLoadOptions, type LoadOptions } from "./input/options";
import { Pool } from "./pool/pool";
import type { TrainingApi } from "./training/api";
import { trainingApi } from "./training/training_api";
import { unwrap } from "./core/unwrap";

export type { LoadOptions };
export type { LongJobs };
export type * from "./core/averaging_types";
export type * from "./core/training_types";
export type * from "./core/types";
export type { TrainingApi };
export type { TrainingSession } from "./training/session";

/** The functions of the core, which the page calls and others may. */
export interface Dropout extends LongJobs, TrainingApi {
  /** The units that `nn.Dropout(p_drop)` keeps of a samples × units tensor, right after seeding. */
  masks(options: Given<MasksOptions>): KeepMask;
  /** All masks of one forward pass of a batch, in the order in which PyTorch draws them. */
  keepMasks(network: Given<Network>, options: Given<Seeded & { samples: number }>): KeepMasks;
  /** `nn.Linear(inputs, outputs)` on samples of ones, without and with `nn.Dropout(p_drop)`. */
  layer(options: Given<LayerOptions>): LayerPasses;
  /** A network with the weights that PyTorch or NumPy draws after seeding. */
  network(options: Given<NetworkOptions>): Network;
  /**
   * The paper's weight scaling: the weights that receive a masked layer, multiplied by
   * p_keep = 1 - p_drop.
   */
  scaleWeights(network: Given<Network>): Network;
  /**
   * Every layer's pre-activations and activations. With keep_masks, one subnetwork for each sample,
   * kept units multiplied by 1 / (1 - p_drop); without, the full network, as at test time.
   */
  forward(
    network: Given<Network>,
    inputs: Given<Matrix>,
    options?: Given<ForwardOptions>,
  ): ForwardPass;
  /** What the average takes, or why it is refused. */
  averagePlan(
    network: Given<Network>,
    input: Given<number[]>,
    options?: Given<MethodOptions>,
  ): AveragePlan;
  /** What a rule of scaling, right or wrong, makes of a layer's values in training and at test time. */
  scaling(options: Given<ScalingOptions>): Scaling;
  /** Rolls of a fair die, whose mean approaches the expected value. */
  dieRolls(options: Given<DieRollsOptions>): DieRolls;
  /** Which of the averages and the scaled full network agree for any weights and inputs, and why. */
  verdicts(network: Given<Network>): Verdicts;
  /**
   * A network whose average is the wrong one of `network` that gives all subnetworks the same
   * weight, instead of their probability.
   */
  uniformWeights(network: Given<Network>): Network;
  /** Every subnetwork's mask, probability and output. */
  subnetworks(network: Given<Network>, input: Given<number[]>): Subnetworks;
  /** How the outputs of all subnetworks are spread. */
  distribution(
    network: Given<Network>,
    input: Given<number[]>,
    options: Given<DistributionOptions>,
  ): Distribution;
  /** How the outputs of random subnetworks are spread. */
  sampledDistribution(
    network: Given<Network>,
    input: Given<number[]>,
    options: Given<SampledDistributionOptions>,
  ): Distribution;
  /**
   * Backpropagation: the gradients of each sample's loss, and of their mean, by every weight and
   * bias. With keep_masks through one subnetwork for each sample, where all weights from and to a
   * dropped unit (to a softmax's apart) get 0 and what passes a kept one is multiplied by
   * 1 / (1 - p_drop); without, through the full network. At 0, relu has slope 0.
   */
  gradients(network: Given<Network>, batch: Given<Batch>): Gradients;
  /**
   * The network after one step of gradient descent: every weight and bias less learning_rate, which
   * is finite and at least 0, times its mean gradient.
   */
  descend(network: Given<Network>, gradients: Given<MeanGradients>, learning_rate: number): Network;
  /** The network after `updates` such steps, each with the mean gradients of the same batch. */
  gradientDescent(
    network: Given<Network>,
    batch: Given<Batch>,
    options: Given<DescentOptions>,
  ): Network;
  /**
   * The gradient by one weight or bias from two forward passes, as a check: a central finite
   * difference, right to some 8 digits unless a relu has its kink in between.
   */
  numericalGradient(
    network: Given<Network>,
    batch: Given<Batch>,
    options: Given<NumericalGradientOptions>,
  ): NumericalGradient;
}

function api(core: CoreModule, coreOptions: CoreOptions, pool: Pool): Dropout {
  return {
    masks: (options) => unwrap(core.masks(optionsFrom(options))),
    keepMasks: (network, options) =>
      unwrap(core.keepMasks(networkFrom(network), optionsFrom(options))),
    layer: (options) => unwrap(core.layer(optionsFrom(options))),
    network: (options) => unwrap(core.network(optionsFrom(options))),
    scaleWeights: (network) => unwrap(core.scaleWeights(networkFrom(network))),
    forward(network, inputs, options) {
      const own = networkFrom(network);
      return unwrap(core.forward(own, inputsFrom(inputs, own), optionsFrom(options)));
    },
    averagePlan: (network, input, options) =>
      unwrap(
        core.averagePlan(networkFrom(network), numbersFrom(input, "input"), optionsFrom(options)),
      ),
    ...longJobs(core, pool),
    scaling: (options) => unwrap(core.scaling(optionsFrom(options))),
    dieRolls: (options) => unwrap(core.dieRolls(optionsFrom(options))),
    verdicts: (network) => unwrap(core.verdicts(networkFrom(network))),
    uniformWeights: (network) => unwrap(core.uniformWeights(networkFrom(network))),
    subnetworks: (network, input) =>
      unwrap(core.subnetworks(networkFrom(network), numbersFrom(input, "input"))),
    distribution: (network, input, options) =>
      unwrap(
        core.distribution(networkFrom(network), numbersFrom(input, "input"), optionsFrom(options)),
      ),
    sampledDistribution: (network, input, options) =>
      unwrap(
        core.sampledDistribution(
          networkFrom(network),
          numbersFrom(input, "input"),
          optionsFrom(options),
        ),
      ),
    gradients(network, batch) {
      const own = networkFrom(network);
      return unwrap(core.gradients(own, batchFrom(batch, "batch", own)));
    },
    descend: (network, gradients, learning_rate) =>
      unwrap(
        core.descend(
          networkFrom(network),
          gradientsFrom(gradients),
          numberFrom(learning_rate, "learning_rate"),
        ),
      ),
    gradientDescent(network, batch, options) {
      const own = networkFrom(network);
      return unwrap(
        core.gradientDescent(own, batchFrom(batch, "batch", own), optionsFrom(options)),
      );
    },
    numericalGradient(network, batch, options) {
      const own = networkFrom(network);
      return unwrap(
        core.numericalGradient(own, batchFrom(batch, "batch", own), optionsFrom(options)),
      );
    },
    ...trainingApi(core, coreOptions, pool),
  };
}

/** More would gain little for the memory that they take. */
const mostUsualWorkers = 16;

async function start(given: CoreOptions) {
  checkSupport();
  const options = given.wasmBinary === undefined ? await coreBytes() : given;
  // Emscripten makes what it is given its module.
  const core = await createCore({ ...options }).catch((cause) => {
    throw startError(cause, options.wasmBinary !== undefined);
  });
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const pool = new Pool(core, options, Math.min(cores, mostUsualWorkers));
  return { pool, dropout: api(core, options, pool) };
}

let started: ReturnType<typeof start> | undefined;

/** Compiles the WebAssembly core, once. */
export async function load(options: LoadOptions = {}): Promise<Dropout> {
  const { workers, ...coreOptions } = checkedLoadOptions(options);
  started ??= start(coreOptions);
  started.catch(() => (started = undefined));
  const { pool, dropout } = await started;
  if (workers !== undefined) pool.resize(workers);
  return dropout;
}
