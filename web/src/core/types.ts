/** Values that the core takes and gives. Matrices are arrays of rows; a row is a sample. */
export type Matrix = number[][];

/** samples × units, 1 = keep, 0 = drop. */
export type KeepMask = number[][];

/** `[l][sample][unit]`: l = 0 masks the inputs, l = k the outputs of hidden layer k. */
export type KeepMasks = KeepMask[];

/**
 * Whose random numbers are drawn, bit for bit: PyTorch's on an Intel CPU (with MKL), PyTorch's on
 * other CPUs, or those of NumPy's legacy functions.
 */
export type Generator = "torch-intel" | "torch" | "numpy";

export type Activation = "identity" | "relu" | "tanh" | "sigmoid" | "softmax";

export interface Layer {
  /** outputs × inputs */
  weight: Matrix;
  bias: number[];
  activation: Activation;
  /** Probability of dropping each of the layer's own outputs, in [0, 1); 0 in the last layer. */
  p_drop: number;
}

/** The network document. */
export interface Network {
  /** Probability of dropping each input, in [0, 1). */
  input_p_drop: number;
  layers: Layer[];
}

/** A generator and the seed it starts from: a whole number from 0 to 2^53 - 1 (NumPy: 2^32 - 1). */
export interface Seeded {
  generator: Generator;
  seed: number;
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

export interface ForwardOptions {
  /** Runs one subnetwork for each sample; without, the full network. */
  keep_masks?: KeepMasks;
}

export interface ForwardPass {
  /** samples × inputs: what the first layer receives. */
  dropped_inputs: Matrix;
  layers: LayerPass[];
}

export interface AverageOptions {
  method?: "auto" | "enumeration";
  signal?: AbortSignal;
}

/** Over all subnetworks, each weighted by its probability. Arrays have one entry per output. */
export interface Average {
  droppable_units: number;
  /** 2 ** droppable_units */
  subnetworks: number;
  /** The method that was used. */
  method: "enumeration";
  arithmetic_mean: number[];
  variance: number[];
  /** null where the output is neither sigmoid nor softmax. */
  normalized_geometric_mean: number[] | null;
  scaled_full_network: number[];
}

/**
 * All 2^n subnetworks, one in each row. Number s keeps droppable unit i, counted from the inputs
 * on, where bit i of s is 1.
 */
export interface Subnetworks {
  keep_masks: KeepMasks;
  probability: number[];
  /** subnetworks × outputs */
  output: Matrix;
}

export interface DistributionOptions {
  /** Which output, from 0. */
  output: number;
  bins: number;
}

/** The outputs of all subnetworks as a histogram weighted by probability. */
export interface Distribution {
  /** bins + 1 ascending numbers. */
  edges: number[];
  /** One number per bin. */
  probability: number[];
  /** The averages of the same network and input. */
  average: Average;
}
