import type {
  Average,
  AverageOptions,
  Distribution,
  DistributionOptions,
  MonteCarlo,
  MonteCarloError,
  MonteCarloErrorOptions,
  MonteCarloOptions,
} from "../core/averaging_types";
import type { DroppedUnits, DroppedUnitsOptions, Given, JobOptions, Network } from "../core/types";

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
