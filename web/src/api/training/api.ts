import type {
  ActivationHistogram,
  ActivationHistogramOptions,
  ClassSamples,
  CurveSamples,
  EvaluatedSamples,
  Evaluation,
  MonteCarloEvaluation,
  MonteCarloEvaluationOptions,
  OutputSpread,
  PermutationOptions,
  PlaneDataOptions,
  TrainingOptions,
  VotesOptions,
  WaveDataOptions,
  WrongLabelsOptions,
} from "../core/training_types";
import type { MonteCarloOptions } from "../core/averaging_types";
import type { Given, JobOptions, Matrix, Network } from "../core/types";
import type { TrainingSession } from "./session";

/** What the API has for training networks on data, and for trying them on it. */
export interface TrainingApi {
  /** Two classes in the plane: inputs have two coordinates. */
  planeData(options: Given<PlaneDataOptions>): ClassSamples;
  /** A noisy curve: one input in [-1, 1], one target, which is in [-1, 1] without noise. */
  waveData(options: Given<WaveDataOptions>): CurveSamples;
  /** The labels with exactly round(fraction × samples) of them wrong. */
  wrongLabels(options: Given<WrongLabelsOptions>): number[];
  /** 0, 1, … samples - 1 shuffled: `torch.randperm(samples)` or `np.random.permutation(samples)`. */
  permutation(options: Given<PermutationOptions>): number[];
  /**
   * 1,797 hand-written digits in 10 classes: 64 inputs in [0, 1], the rows of 8 × 8 pixels; fetched
   * the first time. From the UCI data set "Optical Recognition of Handwritten Digits" (E. Alpaydin,
   * C. Kaynak, 1998), CC BY 4.0.
   */
  digits(): Promise<ClassSamples>;
  /** Starts training: nothing is updated until `step`. */
  train(options: Given<TrainingOptions>): Promise<TrainingSession>;
  /** The loss and the error of the full network, as at test time. */
  evaluate(
    network: Given<Network>,
    samples: Given<EvaluatedSamples>,
    options?: Given<JobOptions>,
  ): Promise<Evaluation>;
  /** samples × outputs of the full network: of `forward`, the last activations only. */
  outputs(
    network: Given<Network>,
    inputs: Given<Matrix>,
    options?: Given<JobOptions>,
  ): Promise<Matrix>;
  /** samples × outputs: of each random subnetwork for one input. Their mean is `monteCarlo`'s. */
  sampledOutputs(
    network: Given<Network>,
    input: Given<number[]>,
    options: Given<MonteCarloOptions & JobOptions>,
  ): Promise<Matrix>;
  /** How outputs are spread, and vote: networks × outputs, as `sampledOutputs` gives them. */
  outputSpread(outputs: Given<Matrix>): OutputSpread;
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
  /** The error of averages of random subnetworks on samples of classes, beside that of scaling. */
  monteCarloEvaluation(
    network: Given<Network>,
    samples: Given<EvaluatedSamples>,
    options: Given<MonteCarloEvaluationOptions & JobOptions>,
  ): Promise<MonteCarloEvaluation>;
}
