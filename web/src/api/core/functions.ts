import type {
  Average,
  AverageOptions,
  AveragePlan,
  Distribution,
  DistributionOptions,
  MethodOptions,
  MonteCarlo,
  MonteCarloError,
  MonteCarloErrorOptions,
  MonteCarloOptions,
  SampledDistributionOptions,
  Subnetworks,
  Verdicts,
} from "./averaging_types";
import type {
  ActivationHistogram,
  ActivationHistogramOptions,
  ClassSamples,
  CurveSamples,
  OutputSpread,
  PermutationOptions,
  PlaneDataOptions,
  VotesOptions,
  WaveDataOptions,
  WrongLabelsOptions,
} from "./training_types";
import type {
  Batch,
  DescentOptions,
  DieRolls,
  DieRollsOptions,
  DroppedUnits,
  DroppedUnitsOptions,
  ForwardOptions,
  ForwardPass,
  Given,
  Gradients,
  JobOptions,
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
} from "./types";

/** The functions that answer at once: as the API has them, and what the core's are derived from. */
export interface ShortFunctions {
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
  /** Two classes in the plane: inputs have two coordinates. */
  planeData(options: Given<PlaneDataOptions>): ClassSamples;
  /** A noisy curve: one input in [-1, 1], one target, which is in [-1, 1] without noise. */
  waveData(options: Given<WaveDataOptions>): CurveSamples;
  /** The labels with exactly round(fraction × samples) of them wrong. */
  wrongLabels(options: Given<WrongLabelsOptions>): number[];
  /** 0, 1, … samples - 1 shuffled: `torch.randperm(samples)` or `np.random.permutation(samples)`. */
  permutation(options: Given<PermutationOptions>): number[];
  /** How outputs are spread, and vote: networks × outputs, as `sampledOutputs` gives them. */
  outputSpread(outputs: Given<Matrix>): OutputSpread;
}

/** What the API has for averages and counts, which may take long. */
export interface LongJobs {
  /** The exact average over all subnetworks, beside the scaled full network. */
  average(
    network: Given<Network>,
    input: Given<number[]>,
    options?: Given<AverageOptions>,
  ): Promise<Average>;
  /** The average over random subnetworks, as their number grows. */
  monteCarlo(
    network: Given<Network>,
    input: Given<number[]>,
    options: Given<MonteCarloOptions & JobOptions>,
  ): Promise<MonteCarlo>;
  /** How far that is from the network's true average for this input, and how far scaling is. */
  monteCarloError(
    network: Given<Network>,
    input: Given<number[]>,
    average: Given<Average>,
    options: Given<MonteCarloErrorOptions & JobOptions>,
  ): Promise<MonteCarloError>;
  /** As `distribution`, or given `samples`, as `sampledDistribution`: large ones, off this thread. */
  outputHistogram(
    network: Given<Network>,
    input: Given<number[]>,
    options: Given<DistributionOptions & Partial<MonteCarloOptions> & JobOptions>,
  ): Promise<Distribution>;
  /** How many units random masks drop, and the probabilities of each number. */
  droppedUnits(options: Given<DroppedUnitsOptions & JobOptions>): Promise<DroppedUnits>;
}

/** What the API has for trying trained networks by one call of the core, which may take long. */
export interface SamplingJobs {
  /** samples × outputs: of each random subnetwork for one input. Their mean is `monteCarlo`'s. */
  sampledOutputs(
    network: Given<Network>,
    input: Given<number[]>,
    options: Given<MonteCarloOptions & JobOptions>,
  ): Promise<Matrix>;
  /** samples × outputs: how random subnetworks vote on each of many inputs. */
  sampledVotes(
    network: Given<Network>,
    inputs: Given<Matrix>,
    options: Given<VotesOptions & JobOptions>,
  ): Promise<Matrix>;
  /** How a layer's activations are spread over the samples, with no unit dropped. */
  activationHistogram(
    network: Given<Network>,
    inputs: Given<Matrix>,
    options: Given<ActivationHistogramOptions & JobOptions>,
  ): Promise<ActivationHistogram>;
}
