import type { Verdict } from "../../api/core/averaging_types";
import type { Answer } from "./answer";
import type { Quantity } from "./quantity";

export type PairName = "A and S" | "G and S" | "A and G";

/** Two numbers that stand for all subnetworks, and whether they always agree. */
export interface Pair {
  name: PairName;
  verdict: Verdict;
  /** Unknown where there is no exact way to them. */
  numbers: [Quantity, Quantity] | undefined;
}

export function pairsOf({ verdicts, arithmetic, geometric, scaled }: Answer): Pair[] {
  const pair = (
    name: PairName,
    verdict: Verdict | null,
    a: Quantity | undefined,
    b: Quantity | undefined,
  ): Pair[] => (verdict ? [{ name, verdict, numbers: a && b && [a, b] }] : []);
  return [
    ...pair("A and S", verdicts.arithmetic_mean_and_scaled_network, arithmetic, scaled),
    ...pair("G and S", verdicts.geometric_mean_and_scaled_network, geometric, scaled),
    ...pair("A and G", verdicts.arithmetic_and_geometric_mean, arithmetic, geometric),
  ];
}
