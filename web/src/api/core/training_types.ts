/** Values that the core takes and gives where networks are trained on data and tried on it. */
import type { Distribution } from "./averaging_types";
import type { Batch, KeepMasks, Loss, Matrix, Network, Seeded } from "./types";

/** Samples with the outputs that a network is to give for them. */
export interface Samples {
  /** samples × inputs */
  inputs: Matrix;
  /** As in Batch: samples × outputs, or for "cross_entropy" the class of each sample, from 0. */
  targets: Matrix | number[];
}

/** Samples that each belong to one class. */
export interface ClassSamples extends Samples {
  /** The class of each sample, from 0. */
  targets: number[];
}

/** Samples of a curve. */
export interface CurveSamples extends Samples {
  /** samples × 1 */
  targets: Matrix;
}

/** Each has two classes in the plane, within some ±1.5 where there is no noise. */
export type PlaneData = "moons" | "circles" | "xor" | "spirals";

export interface PlaneDataOptions extends Seeded {
  name: PlaneData;
  /** From 1 to 100,000. The classes take turns. */
  samples: number;
  /** The standard deviation of what is added to each coordinate, from 0 to 10. */
  noise: number;
}

export interface WaveDataOptions extends Seeded {
  /** From 1 to 100,000. */
  samples: number;
  /** The standard deviation of what is added to each target, from 0 to 10. */
  noise: number;
}

export interface WrongLabelsOptions extends Seeded {
  /** Of each sample, from 0 to classes - 1. */
  labels: number[];
  /** At least 2. */
  classes: number;
  /** In [0, 1]: round(fraction × labels) labels become another class, drawn at random. */
  fraction: number;
}

export interface PermutationOptions extends Seeded {
  /** From 0 to 1,000,000. */
  samples: number;
}

/** How well a network does. */
export interface Evaluation {
  /** The mean over all samples. Of a training session, not finite where it is too large. */
  loss: number;
  /** The fraction of samples that are put into a wrong class; null where there are no classes. */
  error: number | null;
  /**
   * `[true class][predicted class]`: how many samples. There are classes with "cross_entropy" (the
   * output that is largest) and with "binary_cross_entropy" of one output (1 from 0.5 on).
   */
  confusion_matrix: Matrix | null;
}

/**
 * Stochastic gradient descent as in Srivastava et al. (2014), each update as PyTorch's SGD makes
 * it: with g the mean gradient of a mini-batch by weight w, and v = 0 at the start,
 * v ← momentum v + g + weight_decay w, then w ← w - learning_rate v; biases likewise.
 *
 *     torch.manual_seed(seed)                            # draws the masks
 *     shuffling = torch.Generator().manual_seed(seed)
 *     for epoch in ...:
 *         for batch in torch.randperm(samples, generator=shuffling).split(batch_size):
 *             ...                                        # forward, backward, optimizer.step()
 *         learning_rate *= learning_rate_decay
 *
 * So two runs with the same data and seed see the same batches, whatever their p_drop. The weights
 * are float32.
 */
export interface TrainingOptions extends Seeded {
  /** What to start from. Where its p_drop are not 0, masks are drawn for each sample. */
  network: Network;
  loss: Loss;
  /** At least one sample. */
  training: Samples;
  /** At least one sample; tried on, never learnt from. */
  test: Samples;
  /** At least 1. The last batch of an epoch has what is left. */
  batch_size: number;
  /** 0, or from 1.2e-38 to 3.4e38: within float32's normal numbers. */
  learning_rate: number;
  /** 0, or from 1.2e-38 to less than 1, also when rounded to float32. */
  momentum: number;
  /** In (0, 1]: what the learning rate is multiplied by after each epoch. */
  learning_rate_decay: number;
  /** 0, or from 1.2e-38 to 3.4e38. */
  weight_decay: number;
  /**
   * At least 1.2e-38, or null for none: the weights that a hidden unit receives are scaled down
   * after each update where their Euclidean norm is larger (section 5.1 of the paper).
   */
  max_norm: number | null;
}

/** How far training has come, and how well the network does. */
export interface TrainingState {
  /** So many have been made. */
  updates: number;
  updates_per_epoch: number;
  /** What the next update takes. */
  learning_rate: number;
  /**
   * The mean loss of the samples of the last batch, with their masks, before the update; null
   * before the first.
   */
  batch_loss: number | null;
  /** Of the full network, as at test time, on all training samples. */
  training: Evaluation;
  /** The same on the test samples. */
  test: Evaluation;
  /**
   * Whether the loss, or a weight, would not have stayed finite. The network is that of before;
   * no further update is made.
   */
  diverged: boolean;
}

/** What the next update uses. */
export interface TrainingBatch {
  /** Which of the training samples: their indices. */
  samples: number[];
  /** One row for each of them; to be given to `gradients` beside their inputs and targets. */
  keep_masks: KeepMasks;
}

/** The network in the middle of its training. */
export interface TrainingSnapshot {
  /** As trained so far, a network document like any other. */
  network: Network;
  updates: number;
  /** What the next update takes. */
  learning_rate: number;
}

/** Which samples to evaluate, and how. */
export type EvaluatedSamples = Omit<Batch, "keep_masks">;

/** Whose activations, and in how many bins. */
export interface ActivationHistogramOptions {
  /** Which layer, from 0. */
  layer: number;
  bins: number;
}

/** The activations of a layer's units, with no unit dropped: how sparse they are. */
export interface ActivationHistogram {
  /** Of all units and samples. */
  activations: Distribution;
  /** Of the units' means over all samples. */
  unit_means: Distribution;
  /** Over all units and samples. */
  mean: number;
  /** The fraction of activations that are 0. */
  zeros: number;
}

export interface MonteCarloEvaluationOptions extends Seeded {
  /** How many random subnetworks for each sample: from 1. */
  subnetworks: number;
  /** How many runs, each with masks of its own: run r is seeded with seed + r; 0 follows 2^64 - 1. */
  repeats: number;
}

export interface VotesOptions extends Seeded {
  /** How many random subnetworks for each sample: from 1. */
  subnetworks: number;
}

/** How the outputs of several networks for one input are spread. Arrays have one entry per output. */
export interface OutputSpread {
  mean: number[];
  /** The 5% and the 95% quantile, as `np.quantile` has them. */
  low: number[];
  high: number[];
  /** How many networks have their largest output there, the first of equal ones. */
  votes: number[];
}

/** Averages of random subnetworks beside weight scaling, as in the paper's figure 11. */
export interface MonteCarloEvaluation {
  /** repeats × subnetworks: the error of the mean output of the first k = 1, 2, … subnetworks. */
  error: Matrix;
  /** For each k, the mean of `error` over the runs. */
  mean_error: number[];
  /** For each k, its standard deviation over the runs; NaN for a single run. */
  error_deviation: number[];
  /** Of the full network, as at test time. */
  scaling_error: number;
}
