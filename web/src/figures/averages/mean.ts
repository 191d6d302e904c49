import type { Average, AveragePlan } from "../../api/core/averaging_types";
import type { JobOptions, Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { resultOf } from "../shared/result";
import { masks, mostSamples } from "./sampling";

/** Of computing, on one thread: what a reader may be willing to wait for. */
const mostSeconds = 60;

interface ExactMean {
  isExact: true;
  average: Average;
  seconds: number;
}

/** From random subnetworks, where every exact way would take too long. */
interface EstimatedMean {
  isExact: false;
  samples: number;
  mean: number[];
  standardError: number[];
}

export type Mean = ExactMean | EstimatedMean;

/** The average over all subnetworks. */
export async function meanOf(
  dropout: Dropout,
  network: Network,
  input: number[],
  job: JobOptions,
): Promise<Mean> {
  const plan = feasiblePlan(dropout, network, input);
  if (!plan) return estimatedMean(dropout, network, input, job);
  const estimate = plan.nanoseconds / 1e9;
  // A long job says so before it has got anywhere.
  if (estimate > 0.3) job.onProgress?.({ fraction: 0, seconds_left: estimate });
  const start = performance.now();
  const average = await dropout.average(network, input, job);
  return { isExact: true, average, seconds: (performance.now() - start) / 1000 };
}

function feasiblePlan(
  dropout: Dropout,
  network: Network,
  input: number[],
): AveragePlan | undefined {
  const { value: plan, error } = resultOf(() => dropout.averagePlan(network, input));
  if (plan) return plan.nanoseconds <= mostSeconds * 1e9 ? plan : undefined;
  // The network as a whole is too much; an error of any other field is bad input.
  if ((error as { field?: string }).field === "network") return undefined;
  throw error;
}

async function estimatedMean(
  dropout: Dropout,
  network: Network,
  input: number[],
  { signal }: JobOptions,
): Promise<EstimatedMean> {
  const samples = mostSamples(network);
  const run = await dropout.monteCarlo(network, input, { ...masks, samples, signal });
  return {
    isExact: false,
    samples,
    mean: run.running_mean.at(-1)!,
    standardError: run.standard_error.at(-1)!,
  };
}
