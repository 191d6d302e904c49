import type { MonteCarloError } from "../../api/core/averaging_types";
import { grouped } from "../../text/format";
import { text } from "../../text";

/** k*, as precisely as anybody needs it. */
export function crossingOf({ crossing }: MonteCarloError): string {
  return grouped(crossing < 10 ? Math.round(crossing) : Number(crossing.toPrecision(2)));
}

/** How many random subnetworks are as good as weight scaling. */
export function howMany(errors: MonteCarloError, isScalingExact: boolean): string {
  const words = text.averages.monteCarlo;
  const { crossing, expected_error } = errors;
  if (crossing === Infinity) return isScalingExact ? words.never : words.neverHere;
  if (crossing < 0.7) return words.even;
  if (crossing < 1.5) return words.one;
  const k = crossingOf(errors);
  return crossing > expected_error.length ? words.beyond(k) : words.many(k);
}
