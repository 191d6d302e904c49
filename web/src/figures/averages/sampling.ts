import type { Network } from "../../api/core/types";

/** Whose masks random subnetworks have: always the same, so that only the reader's changes show. */
export const masks = { generator: "torch-intel", seed: 2014 } as const;

/** How many random subnetworks to run: fewer where each is large, so that it stays a short wait. */
export function mostSamples({ layers }: Network): number {
  const weights = layers.reduce((sum, { weight }) => sum + weight.length * weight[0]!.length, 0);
  return Math.max(100, Math.min(10_000, Math.floor(1e9 / weights)));
}
