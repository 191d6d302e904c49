// Products of matrices of 128 × 128 need the most stack: Eigen puts larger ones on the heap.
import { expect, test } from "vitest";
import type { Activation, Network } from "../../web/src/api/dropout";
import { loadDropout } from "./core";

const size = 128;
const dropout = await loadDropout();

const seeded = { generator: "numpy", seed: 3 } as const;
const networkOf = (hidden_activation: Activation) =>
  dropout.network({
    ...seeded,
    widths: [size, size, size],
    hidden_activation,
    output_activation: "identity",
    input_p_drop: 0.2,
    hidden_p_drop: 0,
  });
const outputsOf = (network: Network, inputs: number[][]) =>
  dropout.forward(network, inputs).layers.at(-1)!.activation;
const { inputs } = dropout.planeData({ ...seeded, name: "moons", samples: size, noise: 0.1 });
const samples = inputs.map(([x, y]) => Array.from({ length: size }, (_, i) => (i % 2 ? x! : y!)));

function expectClose(actual: number[], expected: number[]) {
  expect(actual.length).toBe(expected.length);
  const differences = actual.map((value, i) => Math.abs(value - expected[i]!));
  expect(Math.max(...differences)).toBeLessThan(1e-10);
}

test("a batch gives what each of its samples gives alone", () => {
  const network = networkOf("tanh");
  const outputs = outputsOf(network, samples);
  for (const s of [0, size - 1]) {
    expectClose(outputs[s]!, outputsOf(network, [samples[s]!])[0]!);
  }
});

test("linear layers are multiplied together, and average to the scaled full network", async () => {
  const network = networkOf("identity");
  expect(dropout.averagePlan(network, samples[0]!).method).toBe("closed-form");
  const average = await dropout.average(network, samples[0]!);
  expectClose(average.arithmetic_mean, average.scaled_full_network);
});
