/** Values that the core takes and gives. Matrices are arrays of rows; a row is a sample. */
export type Matrix = number[][];

/**
 * What a function is given and only reads: constants (`as const`) and frozen objects will do, too.
 */
export type Given<T> = T extends AbortSignal | ((...given: never[]) => unknown)
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: Given<T[Name]> }
      : T;

/** samples × units, 1 = keep, 0 = drop. */
export type KeepMask = number[][];

/** `[l][sample][unit]`: l = 0 masks the inputs, l = k the outputs of hidden layer k. */
export type KeepMasks = KeepMask[];

/**
 * Whose random numbers are drawn, bit for bit: PyTorch's on an Intel CPU (with MKL), PyTorch's on
 * other CPUs, or those of NumPy's legacy functions.
 */
export type Generator = "torch-intel" | "torch" | "numpy";

/**
 * What a layer makes of its pre-activations; softmax, of all of a sample's together. gelu is
 * PyTorch's `nn.GELU()`, z Φ(z).
 */
export type Activation = (typeof activations)[number];
export const activations = ["identity", "relu", "tanh", "sigmoid", "softmax", "gelu"] as const;

/** A fully connected layer: activation(weight x + bias), then dropout on its outputs. */
export interface Layer {
  /** outputs × inputs */
  weight: Matrix;
  bias: number[];
  activation: Activation;
  /** Probability of dropping each of the layer's own outputs, in [0, 1]; 0 in the last layer. */
  p_drop: number;
}

/** The network document. */
export interface Network {
  /** Probability of dropping each input, in [0, 1]. */
  input_p_drop: number;
  layers: Layer[];
}

/**
 * A whole number from -2^63 to 2^64 - 1, the range of `torch.manual_seed`; for NumPy, from 0 to
 * 2^32 - 1. Below -(2^53 - 1) and above 2^53 - 1 a BigInt, such as 12345678901234567890n, because
 * numbers are not exact there. PyTorch uses the lowest 32 bits: -1, 2^32 - 1 and 2^64 - 1 give the
 * same numbers.
 */
export type Seed = number | bigint;

/** A generator and the seed it starts from. */
export interface Seeded {
  generator: Generator;
  seed: Seed;
}

export interface MasksOptions extends Seeded {
  p_drop: number;
  samples: number;
  units: number;
}

export interface LayerOptions extends Seeded {
  inputs: number;
  outputs: number;
  samples: number;
  p_drop: number;
}

/** A fresh layer run on samples of ones, without and with dropout. */
export interface LayerPasses {
  /** outputs × inputs */
  weight: Matrix;
  bias: number[];
  /** samples × outputs */
  output: Matrix;
  keep_mask: KeepMask;
  dropped_output: Matrix;
}

export interface NetworkOptions extends Seeded {
  /** Inputs, the units of each hidden layer, outputs. */
  widths: number[];
  hidden_activation: Activation;
  output_activation: Activation;
  input_p_drop: number;
  hidden_p_drop: number;
}

/** What one layer computed; each is samples × units. */
export interface LayerPass {
  pre_activation: Matrix;
  /** Before dropout. */
  activation: Matrix;
  /** After dropout: what the next layer receives. */
  dropped_output: Matrix;
}

/** With which masks to run. */
export interface ForwardOptions {
  /** Runs one subnetwork for each sample; without, the full network. */
  keep_masks?: KeepMasks;
}

/** Everything that a forward pass computed. */
export interface ForwardPass {
  /** samples × inputs: what the first layer receives. */
  dropped_inputs: Matrix;
  layers: LayerPass[];
}

/**
 * Of one sample, as in PyTorch, with output y and target t; logarithms are natural.
 * "mean_squared_error": (y - t)², averaged over the outputs, of any activation.
 * "binary_cross_entropy": -t log y - (1 - t) log(1 - y), averaged over sigmoid outputs.
 * "cross_entropy": -t log y, added up over softmax outputs.
 */
export type Loss = "mean_squared_error" | "binary_cross_entropy" | "cross_entropy";

/** Samples, at least one, with the outputs that a network is to give for them. */
export interface Batch {
  /** samples × inputs */
  inputs: Matrix;
  /**
   * samples × outputs: any finite numbers for "mean_squared_error", in [0, 1] for
   * "binary_cross_entropy", probabilities that add up to 1 in each row for "cross_entropy". Or, for
   * "cross_entropy", the class of each sample: which output, from 0.
   */
  targets: Matrix | number[];
  loss: Loss;
  /** Runs one subnetwork for each sample; without, the full network. */
  keep_masks?: KeepMasks;
}

/** Of the mean of a batch's losses. */
export interface MeanGradients {
  /** `[layer]`: outputs × inputs, as the layer's weight. */
  mean_weight_gradients: Matrix[];
  /** `[layer][output]` */
  mean_bias_gradients: number[][];
}

/** Of the loss of each sample, and of their mean. */
export interface Gradients extends MeanGradients {
  sample_losses: number[];
  /** `[sample][layer]`: outputs × inputs. Samples × weights and biases: at most 20,000,000. */
  sample_weight_gradients: Matrix[][];
  /** `[sample][layer][output]` */
  sample_bias_gradients: number[][][];
}

/** Steps of gradient descent on one batch. */
export interface DescentOptions {
  /** Finite, at least 0. */
  learning_rate: number;
  /** Times samples, times weights and biases: at most 1,000,000,000. */
  updates: number;
}

/** One weight, or one bias, and how far to move it. */
export interface NumericalGradientOptions {
  /** From 0. */
  layer: number;
  /** Which of the layer's units, from 0. */
  output: number;
  /** Which of the numbers that the layer receives, from 0; null for the bias. */
  input: number | null;
  /** 1e-5 unless given. Above 0, and large enough to change the weight. */
  step?: number;
}

/** (loss(w + step) - loss(w - step)) / (2 step) */
export interface NumericalGradient {
  /** One number for each sample's loss. */
  sample: number[];
  /** The same of their mean. */
  mean: number;
}

/** How far a long job is. */
export interface Progress {
  /** Of the work, from 0 to 1. */
  fraction: number;
  /** An estimate of the time left. */
  seconds_left: number;
}

/** For jobs that can take long. */
export interface JobOptions {
  /** Aborting it rejects the promise, at once, with the signal's reason. */
  signal?: AbortSignal;
  /** Called now and then while a long job runs. */
  onProgress?: (progress: Progress) => void;
}

export interface DroppedUnitsOptions extends Seeded {
  p_drop: number;
  /** From 1 to 4096. */
  units: number;
  /** How many masks, from 0 to 100,000. */
  trials: number;
}

/** How many units masks drop: those of `masks` with `samples: trials`, beside what is expected. */
export interface DroppedUnits {
  /** units + 1 entries: how many masks drop exactly k = 0, 1, … units. */
  counts: number[];
  /** The least and the most units that a mask drops, and the mean of all. null without masks. */
  smallest: number | null;
  largest: number | null;
  mean_dropped: number | null;
  /** How many masks drop every unit. */
  none_kept: number;
  /** units + 1 entries: the exact probability that a mask drops k units. */
  binomial: number[];
  /** p_drop ** units; 0 where that is too small for a number. */
  probability_all_dropped: number;
  /** Its logarithm, which never is; -Infinity for p_drop 0. */
  log10_probability_all_dropped: number;
}

/**
 * How values are scaled so that the next layer receives at test time what it received on average in
 * training, with p_keep = 1 - p_drop. Right are "inverted" (kept values divided by p_keep in
 * training) and "paper" (all multiplied by p_keep at test time). The others are common mistakes:
 * no scaling; p_drop in the place of p_keep, in either rule; both rules at once; "inverted" with
 * units dropped at test time, too.
 */
export type ScalingRule =
  | "none"
  | "inverted"
  | "paper"
  | "inverted-by-p-drop"
  | "multiplied-by-p-drop"
  | "scaled-twice"
  | "left-on";

export interface ScalingOptions extends Seeded {
  rule: ScalingRule;
  /** The values of the layer's units: from 1 to 4096 finite numbers. */
  activations: number[];
  /** In [0, 1]; not 0 for "inverted-by-p-drop". */
  p_drop: number;
  /** From 1 to 100,000; times the number of activations, at most 20,000,000. */
  samples: number;
}

/** What a rule makes of the values of a layer's units. */
export interface Scaling {
  /** What a kept value is multiplied by in training. */
  training_factor: number;
  /** What a value is multiplied by at test time; with "left-on", a kept one. */
  test_factor: number;
  /** Whether units are dropped at test time: with "left-on", unless p_drop is 0. */
  masked_at_test: boolean;
  /** One per unit: exact, over all masks. */
  expected_training: number[];
  /** One per unit; with "left-on", exact over all masks. */
  test: number[];
  /** samples × units: masked and scaled. */
  training: Matrix;
  /** samples × units: row k - 1 is the mean of the first k rows of `training`. */
  running_mean: Matrix;
  /** samples × units, masked by the draws that follow; null unless masked_at_test. */
  test_samples: Matrix | null;
  /**
   * expected_training / test, the same for each unit. 1 with a rule that is right, and where a wrong
   * one happens to be right, as at p_drop 0.5, or both are 0; Infinity where only `test` is 0.
   */
  training_to_test: number;
  /** Whether training_to_test is 1, and nothing is dropped at test time. */
  is_correct: boolean;
}

export interface DieRollsOptions extends Seeded {
  /** From 2 to 100. */
  sides: number;
  /** From 1 to 100,000. */
  rolls: number;
}

/** Rolls of a fair die: each is 1 + floor(sides * u), u uniform in [0, 1) with 53 bits. */
export interface DieRolls {
  /** From 1 to `sides`. */
  rolls: number[];
  /** Entry k - 1: of the first k rolls. */
  running_mean: number[];
  /** (sides + 1) / 2 */
  expected: number;
}
