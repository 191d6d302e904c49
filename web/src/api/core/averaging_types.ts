/** Values that the core takes and gives where it averages over subnetworks. */
import type { JobOptions, KeepMasks, Matrix, Seeded } from "./types";

/** How an average over all subnetworks is computed; each is exact. */
export type AveragingMethod = "closed-form" | "characteristic-function" | "enumeration";

/** How to average. */
export interface MethodOptions {
  /** "auto", the cheapest that applies, unless given. One that does not apply is refused. */
  method?: "auto" | AveragingMethod;
}

export interface AverageOptions extends MethodOptions, JobOptions {}

/** What computing an average takes. */
export interface AveragePlan {
  droppable_units: number;
  /** 2 ** droppable_units */
  subnetworks: number;
  /** The outermost of the methods that are combined. */
  method: AveragingMethod;
  /** How the last masked layer is averaged, inside the enumeration of those before it. */
  last_layer_method: AveragingMethod;
  /** In how many independent pieces the work is done. Each gives one row of partial sums. */
  chunks: number;
  /** A rough estimate of the computing time on one thread. */
  nanoseconds: number;
}

/** A contiguous range of the chunks of an AveragePlan. */
export interface ChunkOptions extends MethodOptions {
  first: number;
  count: number;
}

/** Over all subnetworks, each weighted by its probability. Arrays have one entry per output. */
export interface Average {
  droppable_units: number;
  /** 2 ** droppable_units */
  subnetworks: number;
  /** The outermost of the methods that were used. */
  method: AveragingMethod;
  /** How the last masked layer was averaged, inside the enumeration of those before it. */
  last_layer_method: AveragingMethod;
  arithmetic_mean: number[];
  /** The mean squared distance from arithmetic_mean. */
  variance: number[];
  /** null where the output is neither sigmoid nor softmax. */
  normalized_geometric_mean: number[] | null;
  scaled_full_network: number[];
  /** Two of these numbers that are no further apart are equal except for rounding. */
  rounding: number[];
}

export interface MonteCarloOptions extends Seeded {
  /** How many random subnetworks. */
  samples: number;
}

/** Row k - 1 is about the first k random subnetworks. Both are samples × outputs. */
export interface MonteCarlo {
  running_mean: Matrix;
  /** Of the running mean: s / √k. NaN for k = 1, which says nothing of the spread. */
  standard_error: Matrix;
}

export interface MonteCarloErrorOptions extends MonteCarloOptions {
  /** Which output, from 0. */
  output: number;
  /** How many runs, each with masks of its own. */
  repeats: number;
}

/** How far Monte Carlo, and weight scaling, are from the true average of one output. */
export interface MonteCarloError {
  /** repeats × samples: |running mean - true average| after k = 1, 2, … subnetworks. */
  error: Matrix;
  /** The root mean square of that error over all possible runs, for each k: sd / √k. */
  expected_error: number[];
  /** |scaled full network - true average| */
  scaling_error: number;
  /**
   * Where expected_error equals scaling_error: so many subnetworks are as good as scaling, more are
   * better. Infinity where scaling is exact; NaN where the outputs of all subnetworks are, too, the
   * same but for rounding.
   */
  crossing: number;
}

/** Whether two numbers agree for every choice of weights and inputs, and why or why not. */
export interface Verdict {
  exact: boolean;
  reason:
    | "nothing-dropped"
    | "linear-after-mask"
    | "constant-output"
    | "everything-dropped"
    | "output-activation"
    | "hidden-activation";
  /**
   * For "hidden-activation" and "everything-dropped": which layer's, from 0. With the latter, null
   * where it is the inputs that are dropped.
   */
  layer: number | null;
}

/** What follows from the network's structure. null where there is no geometric mean. */
export interface Verdicts {
  arithmetic_mean_and_scaled_network: Verdict;
  geometric_mean_and_scaled_network: Verdict | null;
  arithmetic_and_geometric_mean: Verdict | null;
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

/** Which histogram. */
export interface DistributionOptions {
  /** Which output, from 0. */
  output: number;
  bins: number;
}

export interface SampledDistributionOptions extends DistributionOptions, MonteCarloOptions {}

/** The outputs of subnetworks as a histogram weighted by probability. */
export interface Distribution {
  /** bins + 1 ascending numbers; all the same where all outputs are. */
  edges: number[];
  /** One number per bin. */
  probability: number[];
}
