import type { MonteCarloError } from "../../core/types";
import { grouped } from "../../format";

/** k*, as precisely as anybody needs it. */
export function crossingOf({ crossing }: MonteCarloError): string {
  return grouped(crossing < 10 ? Math.round(crossing) : Number(crossing.toPrecision(2)));
}

/** How many random subnetworks are as good as weight scaling. */
export function howMany(errors: MonteCarloError, isScalingExact: boolean): string {
  const { crossing, expected_error } = errors;
  if (crossing === Infinity) {
    return `No number of random subnetworks is as good as scaling: ${isScalingExact ? "it is exact" : "here, S equals A"}.`;
  }
  if (crossing < 1.5) return "One random subnetwork is about as good as scaling; more are better.";
  const sentence = `The mean of about ${crossingOf(errors)} random subnetworks is as good as scaling`;
  return crossing > expected_error.length
    ? `${sentence}: this is more than the chart shows.`
    : `${sentence}; more are better.`;
}
