import { rounded } from "../../text/format";
import type { MiniBatch } from "./mini_batch";
import { valueIn, type Weight } from "./weight";

const fewest = 3;
/** Weights are about 1: further decimals are beyond float64. */
const most = 17;

/** A weight before and after the update: equal only where it does not move. */
export function updateOf(batch: MiniBatch, weight: Weight): { now: string; next: string } {
  const now = valueIn(batch.network, weight);
  const next = valueIn(batch.updated, weight);
  let digits = fewest;
  if (now !== next) {
    while (digits < most && rounded(now, digits) === rounded(next, digits)) ++digits;
  }
  return { now: rounded(now, digits), next: rounded(next, digits) };
}
