// The networks of the lesson's first figure.
import { expect, test } from "vitest";
import { dataOf, limits, untrained, updated } from "../../web/src/figures/why/networks";
import type { Batch, Network } from "../../web/src/api/core/types";
import { loadDropout } from "./core";

const dropout = await loadDropout();

const lossOf = (network: Network, batch: Batch) => {
  const { sample_losses } = dropout.gradients(network, batch);
  return sample_losses.reduce((sum, loss) => sum + loss, 0) / sample_losses.length;
};

// A network with one or two samples, far from 0, is the first to overshoot.
test.each([5, 6])("with %d samples at the most noise, every network learns", (samples) => {
  const starts = untrained(dropout);
  for (let seed = 1; seed <= 60; ++seed) {
    const { batches } = dataOf(dropout, { samples, noise: limits.noise.max, seed });
    const losses = updated(dropout, starts, batches, 100).map((network, i) =>
      lossOf(network, batches[i]!),
    );
    losses.forEach((loss, i) => expect(loss).toBeLessThan(lossOf(starts[i]!, batches[i]!)));
  }
});
