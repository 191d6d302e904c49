import type {
  ClassSamples,
  EvaluatedSamples,
  Evaluation,
  MonteCarloEvaluation,
  MonteCarloEvaluationOptions,
  TrainingOptions,
} from "../core/training_types";
import type { Given, JobOptions, Matrix, Network } from "../core/types";
import type { SamplingJobs } from "../core/functions";
import type { TrainingSession } from "./session";

/** What the API has for training networks on data, and for trying them on it. */
export interface TrainingApi extends SamplingJobs {
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
  /** The error of averages of random subnetworks on samples of classes, beside that of scaling. */
  monteCarloEvaluation(
    network: Given<Network>,
    samples: Given<EvaluatedSamples>,
    options: Given<MonteCarloEvaluationOptions & JobOptions>,
  ): Promise<MonteCarloEvaluation>;
}
