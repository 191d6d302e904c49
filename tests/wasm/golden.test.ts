// The values of PyTorch and NumPy, through the JavaScript API.
import { describe, expect, test } from "vitest";
import type {
  Average,
  AveragingMethod,
  Batch,
  Generator,
  Gradients,
  Network,
} from "../../web/src/api/dropout";
import { asPrinted } from "../../web/src/text/format";
import { golden, loadDropout } from "./core";

interface LayerCase {
  seed: number;
  n_in: number;
  batch: number;
  p_drop: number;
  weight: number[][];
  bias: number[];
  linear_of_ones: number[][];
  dropout_of_that: number[][];
}
interface MaskCase {
  seed: number;
  p_drop: number;
  shape: [number, number];
  keep_mask: string[];
}
interface TorchGolden {
  cases: LayerCase[];
  masks: MaskCase[];
}
interface NumpyGolden {
  cases: { seed: number; p_keep: number; shape: [number, number]; keep_mask: number[][] }[];
  masks: MaskCase[];
}
interface AveragesGolden {
  cases: { network: Network; input: number[]; expected: Average }[];
}
interface GradientsGolden {
  cases: ({ network: Network; keep_masks: Batch["keep_masks"] | null } & Gradients &
    Omit<Batch, "keep_masks">)[];
}

const dropout = await loadDropout();

function expectClose(actual: number[] | null, expected: number[] | null) {
  expect(actual?.length).toBe(expected?.length);
  actual?.forEach((value, i) => {
    const size = Math.max(1, Math.abs(expected![i]!));
    expect(Math.abs(value - expected![i]!)).toBeLessThanOrEqual(1e-12 * size);
  });
}

const maskCases = (["torch", "numpy"] as Generator[]).flatMap((generator) =>
  golden<{ masks: MaskCase[] }>(`${generator}_masks.json`).masks.map((mask) => ({
    generator,
    ...mask,
  })),
);

test.each(maskCases)("masks of $generator, seed $seed, p_drop $p_drop", (expected) => {
  const { generator, seed, p_drop } = expected;
  const [samples, units] = expected.shape;
  const masks = dropout.masks({ generator, seed, p_drop, samples, units });
  expect(masks.map((row) => row.join(""))).toEqual(expected.keep_mask);
});

test.each(golden<NumpyGolden>("numpy_masks.json").cases)(
  "masks of np.random.binomial, seed $seed, p_keep $p_keep",
  ({ seed, p_keep, shape: [samples, units], keep_mask }) => {
    // 0.35, where 1 - 0.65 gives 0.35 less its last bits.
    const p_drop = Number((1 - p_keep).toPrecision(15));
    expect(dropout.masks({ generator: "numpy", seed, p_drop, samples, units })).toEqual(keep_mask);
  },
);

test.each(golden<TorchGolden>("torch_masks.json").cases)(
  "nn.Linear and nn.Dropout, seed $seed, $n_in inputs, p_drop $p_drop",
  (expected) => {
    const passes = dropout.layer({
      generator: "torch",
      seed: expected.seed,
      inputs: expected.n_in,
      outputs: expected.bias.length,
      samples: expected.batch,
      p_drop: expected.p_drop,
    });
    expect(passes.weight).toEqual(expected.weight);
    expect(passes.bias).toEqual(expected.bias);
    expect(passes.output).toEqual(expected.linear_of_ones);
    expect(passes.dropped_output).toEqual(expected.dropout_of_that);
  },
);

test("the layer that PyTorch prints on an Intel CPU after manual_seed(12)", () => {
  const { output, dropped_output } = dropout.layer({
    generator: "torch-intel",
    seed: 12,
    inputs: 3,
    outputs: 4,
    samples: 5,
    p_drop: 0.5,
  });
  const printed = (rows: number[][]) => rows.map((row) => row.map(asPrinted).join(" "));
  expect(printed(output)).toEqual(Array(5).fill("-0.3069 -0.2832 0.1922 -0.2970"));
  expect(printed(dropped_output)).toEqual([
    "-0.0000 -0.5664 0.3843 -0.0000",
    "-0.6139 -0.0000 0.0000 -0.0000",
    "-0.0000 -0.5664 0.0000 -0.0000",
    "-0.6139 -0.5664 0.3843 -0.5941",
    "-0.6139 -0.0000 0.3843 -0.0000",
  ]);
});

describe("averages over all subnetworks", () => {
  const { cases } = golden<AveragesGolden>("averages.json");
  // Those with identity activations from the last mask on, and those with a logistic output there.
  const applicable = {
    "closed-form": [0, 1, 5, 11],
    "characteristic-function": [2, 4, 7, 8, 10, 12, 13, 14],
    enumeration: [...cases.keys()],
  };
  const methods = Object.keys(applicable) as AveragingMethod[];
  const forced = methods.flatMap((method) =>
    applicable[method].map((index) => ({ index, method })),
  );
  const refused = methods.flatMap((method) =>
    [...cases.keys()]
      .filter((index) => !applicable[method].includes(index))
      .map((index) => ({ index, method })),
  );

  function expectValues(average: Average, expected: Average) {
    expect(average.droppable_units).toBe(expected.droppable_units);
    expect(average.subnetworks).toBe(expected.subnetworks);
    expectClose(average.arithmetic_mean, expected.arithmetic_mean);
    expectClose(average.variance, expected.variance);
    expectClose(average.normalized_geometric_mean, expected.normalized_geometric_mean);
    expectClose(average.scaled_full_network, expected.scaled_full_network);
  }

  test.each(cases.map((values, index) => ({ index, ...values })))(
    "case $index",
    async ({ network, input, expected }) => {
      const average = await dropout.average(network, input);
      const { droppable_units, subnetworks, method, last_layer_method } = average;
      expectValues(average, expected);
      expect(dropout.averagePlan(network, input)).toMatchObject({
        droppable_units,
        subnetworks,
        method,
        last_layer_method,
      });
    },
  );

  test.each(forced)("case $index by $method", async ({ index, method }) => {
    const { network, input, expected } = cases[index]!;
    const average = await dropout.average(network, input, { method });
    expectValues(average, expected);
    expect(average.last_layer_method).toBe(method);
  });

  test.each(refused)("case $index refuses $method", async ({ index, method }) => {
    const { network, input } = cases[index]!;
    const message = `method: "${method}" needs `;
    expect(() => dropout.averagePlan(network, input, { method })).toThrow(message);
    await expect(dropout.average(network, input, { method })).rejects.toThrow(message);
  });
});

describe("gradients", () => {
  const { cases } = golden<GradientsGolden>("gradients.json");
  const numbered = cases.map(({ network, inputs, targets, loss, keep_masks, ...expected }, i) => ({
    name: `case ${i}, ${loss}`,
    network,
    batch: { inputs, targets, loss, keep_masks: keep_masks ?? undefined },
    expected,
  }));

  test.each(numbered)("$name", ({ network, batch, expected }) => {
    const found = dropout.gradients(network, batch);
    expectClose(found.sample_losses, expected.sample_losses);
    for (const member of [
      "sample_weight_gradients",
      "sample_bias_gradients",
      "mean_weight_gradients",
      "mean_bias_gradients",
    ] as const) {
      const shape = (values: unknown): unknown => (Array.isArray(values) ? values.map(shape) : 0);
      expect(shape(found[member])).toEqual(shape(expected[member]));
      expectClose(found[member].flat(3) as number[], expected[member].flat(3) as number[]);
    }
  });

  test("classes are the probabilities 0 and 1", () => {
    const { network, batch } = numbered[1]!;
    const targets = (batch.targets as number[]).map((index) => [1 - index, index]);
    expect(dropout.gradients(network, { ...batch, targets })).toEqual(
      dropout.gradients(network, batch),
    );
  });

  test.each(numbered.slice(0, 3))("$name agrees with finite differences", (golden) => {
    const { network, batch, expected } = golden;
    network.layers.forEach(({ weight }, layer) => {
      weight.forEach((row, output) => {
        [null, ...row.keys()].forEach((input) => {
          const { sample, mean } = dropout.numericalGradient(network, batch, {
            layer,
            output,
            input,
          });
          const of = (weights: number[][][], biases: number[][]) =>
            input === null ? biases[layer]![output]! : weights[layer]![output]![input]!;
          expect(mean).toBeCloseTo(
            of(expected.mean_weight_gradients, expected.mean_bias_gradients),
            7,
          );
          sample.forEach((value, i) => {
            const weights = expected.sample_weight_gradients[i]!;
            expect(value).toBeCloseTo(of(weights, expected.sample_bias_gradients[i]!), 7);
          });
        });
      });
    });
  });

  test("the step of a finite difference is 1e-5 unless given", () => {
    const { network, batch } = numbered[1]!;
    const weight = { layer: 0, output: 1, input: 0 };
    const gradient = (step?: number) =>
      dropout.numericalGradient(network, batch, { ...weight, step });
    expect(gradient()).toEqual(gradient(1e-5));
    expect(gradient()).not.toEqual(gradient(1e-3));
  });

  test("a step of gradient descent subtracts the mean gradients", () => {
    const { network, batch } = numbered[2]!;
    const gradients = dropout.gradients(network, batch);
    const next = dropout.descend(network, gradients, 0.5);
    expect(next).toEqual({
      ...network,
      layers: network.layers.map((layer, l) => ({
        ...layer,
        weight: layer.weight.map((row, output) =>
          row.map((w, i) => w - 0.5 * gradients.mean_weight_gradients[l]![output]![i]!),
        ),
        bias: layer.bias.map((b, output) => b - 0.5 * gradients.mean_bias_gradients[l]![output]!),
      })),
    });
    const loss = (of: Network) =>
      dropout.gradients(of, batch).sample_losses.reduce((sum, value) => sum + value);
    expect(loss(next)).toBeLessThan(loss(network));
  });
});
