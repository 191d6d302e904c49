// Bad input is refused with a message that names it, and nothing else changes.
import { expect, test } from "vitest";
import {
  type Average,
  type Batch,
  type Dropout,
  load,
  type MeanGradients,
  type Network,
  type ScalingOptions,
} from "../../web/src/dropout";
import { loadDropout } from "./core";

const dropout = await loadDropout();

const masks = { generator: "torch", seed: 1, p_drop: 0.2, samples: 2, units: 3 } as const;
const layer = { ...masks, inputs: 3, outputs: 4 };
const network: Network = {
  input_p_drop: 0.2,
  layers: [
    { weight: [[1, 2]], bias: [0], activation: "relu", p_drop: 0.8 },
    { weight: [[3]], bias: [1], activation: "sigmoid", p_drop: 0 },
  ],
};

const dropped = { generator: "torch", seed: 1, p_drop: 0.2, units: 3, trials: 10 } as const;
const scaling: ScalingOptions = {
  rule: "inverted",
  activations: [1, -2],
  p_drop: 0.2,
  generator: "torch",
  seed: 1,
  samples: 3,
};
const dice = { generator: "torch", seed: 1, sides: 6, rolls: 3 } as const;
const batch: Batch = { inputs: [[1, 2]], targets: [[1]], loss: "binary_cross_entropy" };
const zeros: MeanGradients = {
  mean_weight_gradients: [[[0, 0]], [[0]]],
  mean_bias_gradients: [[0], [0]],
};
const bias = { layer: 1, output: 0, input: null };

// Anything at all may come in from other people's pages.
type Anything = Parameters<(...values: never[]) => void>[number];
const any = (value: unknown) => value as Anything;
const withLayer = (index: number, change: object) =>
  any({
    ...network,
    layers: network.layers.map((old, l) => (l === index ? { ...old, ...change } : old)),
  });

const refusals: [
  string,
  (api: Dropout) => unknown,
  typeof RangeError | typeof TypeError,
  string,
][] = [
  [
    "no options",
    (d) => d.masks(any(undefined)),
    TypeError,
    "options must be an object, got nothing",
  ],
  ["null", (d) => d.layer(any(null)), TypeError, "options must be an object, got null"],
  [
    "a missing field",
    (d) => d.masks(any({ ...masks, seed: undefined })),
    TypeError,
    "seed must be a number, got nothing",
  ],
  [
    "a text for a number",
    (d) => d.masks({ ...masks, p_drop: any("0.5") }),
    TypeError,
    'p_drop must be a number, got "0.5"',
  ],
  [
    "true for a number",
    (d) => d.masks({ ...masks, units: any(true) }),
    TypeError,
    "units must be a number, got true",
  ],
  [
    "an unknown generator",
    (d) => d.masks({ ...masks, generator: any("jax") }),
    RangeError,
    'generator must be one of "torch-intel", "torch", "numpy", got "jax"',
  ],
  [
    "p_drop 1",
    (d) => d.masks({ ...masks, p_drop: 1 }),
    RangeError,
    "p_drop must be in [0, 1), got 1",
  ],
  [
    "p_drop NaN",
    (d) => d.masks({ ...masks, p_drop: NaN }),
    RangeError,
    "p_drop must be in [0, 1), got NaN",
  ],
  [
    "p_drop below 0",
    (d) => d.layer({ ...layer, p_drop: -0.1 }),
    RangeError,
    "p_drop must be in [0, 1), got -0.1",
  ],
  [
    "a fraction for a count",
    (d) => d.masks({ ...masks, units: 2.7 }),
    RangeError,
    "units must be a whole number from 0 to 20000000, got 2.7",
  ],
  [
    "a negative seed",
    (d) => d.masks({ ...masks, seed: -1 }),
    RangeError,
    "seed must be a whole number from 0 to 9007199254740991, got -1",
  ],
  [
    "a seed that NumPy refuses",
    (d) => d.masks({ ...masks, generator: "numpy", seed: 2 ** 32 }),
    RangeError,
    "seed must be a whole number from 0 to 4294967295 for NumPy, got 4294967296",
  ],
  [
    "an enormous mask",
    (d) => d.masks({ ...masks, samples: 1e5, units: 1e5 }),
    RangeError,
    "samples × units must be at most 20000000, got 100000 × 100000",
  ],
  [
    "no layers",
    (d) => d.forward({ input_p_drop: 0, layers: [] }, [[1]]),
    RangeError,
    "layers: the number of entries must be a whole number from 1 to 64, got 0",
  ],
  [
    "a layer of the wrong width",
    (d) => d.forward(withLayer(1, { weight: [[1, 2, 3]] }), [[1, 2]]),
    RangeError,
    "layers[1].weight: 3 columns, but layer 0 has 1 unit",
  ],
  [
    "a ragged weight",
    (d) => d.forward(withLayer(0, { weight: [[1, 2], [3]] }), [[1, 2]]),
    RangeError,
    "layers[0].weight[1]: its length is 1, but that of row 0 is 2",
  ],
  [
    "a hole in a weight",
    (d) => d.forward(withLayer(0, { weight: [[1, , 2]] }), [[1, 2]]),
    TypeError,
    "layers[0].weight[0][1] must be a number, got nothing",
  ],
  [
    "infinity in a weight",
    (d) => d.scaleWeights(withLayer(0, { weight: [[1, Infinity]] })),
    RangeError,
    "layers[0].weight[0][1] must be finite, got Infinity",
  ],
  [
    "dropout of the outputs",
    (d) => d.scaleWeights(withLayer(1, { p_drop: 0.5 })),
    RangeError,
    "layers[1].p_drop must be 0 in the last layer, whose units are the outputs, got 0.5",
  ],
  [
    "an unknown activation",
    (d) => d.scaleWeights(withLayer(0, { activation: "gelu" })),
    RangeError,
    'layers[0].activation must be one of "identity", "relu", "tanh", "sigmoid", "softmax", got "gelu"',
  ],
  [
    "inputs that are no rows",
    (d) => d.forward(network, any([1, 2])),
    TypeError,
    "inputs[0] must be an array of numbers, got a number",
  ],
  [
    "too few inputs",
    (d) => d.forward(network, [[1]]),
    RangeError,
    "inputs: 1 number in each sample, but the network has 2 inputs",
  ],
  [
    "too few masks",
    (d) => d.forward(network, [[1, 2]], { keep_masks: [[[1, 1]]] }),
    RangeError,
    "keep_masks: 1 mask, but the network needs 2 (the inputs' and one for each hidden layer)",
  ],
  [
    "a mask of halves",
    (d) => d.forward(network, [[1, 2]], { keep_masks: [[[1, 0.5]], [[1]]] }),
    RangeError,
    "keep_masks[0][0][1] must be a whole number from 0 to 1, got 0.5",
  ],
  [
    "overflow",
    (d) => d.forward(withLayer(0, { weight: [[1e308, 1e308]] }), [[10, 10]]),
    RangeError,
    "layers[0]: its pre-activations are too large for float64; use smaller weights or inputs",
  ],
  [
    "no batch",
    (d) => d.gradients(network, any(undefined)),
    TypeError,
    "batch must be an object, got nothing",
  ],
  [
    "a misspelt member of a batch",
    (d) => d.gradients(network, any({ ...batch, keepMasks: [[[1, 1]], [[1]]] })),
    TypeError,
    'batch: there is no option "keepMasks"',
  ],
  [
    "no loss",
    (d) => d.gradients(network, any({ ...batch, loss: undefined })),
    TypeError,
    "loss must be a text, got nothing",
  ],
  [
    "an unknown loss",
    (d) => d.gradients(network, { ...batch, loss: any("hinge") }),
    RangeError,
    'loss must be one of "mean_squared_error", "binary_cross_entropy", "cross_entropy", got "hinge"',
  ],
  [
    "a loss that does not fit the output activation",
    (d) => d.gradients(network, { ...batch, loss: "cross_entropy" }),
    RangeError,
    'loss: "cross_entropy" needs the output activation "softmax", but layers[1].activation is "sigmoid"',
  ],
  [
    "a batch without samples",
    (d) => d.gradients(network, { ...batch, inputs: [], targets: [] }),
    RangeError,
    "inputs: the number of rows must be a whole number from 1 to 1000000, got 0",
  ],
  [
    "classes where numbers are needed",
    (d) => d.gradients(network, { ...batch, targets: [1] }),
    TypeError,
    "targets[0] must be an array of numbers, got a number",
  ],
  [
    "half a class",
    (d) =>
      d.gradients(withLayer(1, { activation: "softmax" }), {
        ...batch,
        loss: "cross_entropy",
        targets: [0.5],
      }),
    RangeError,
    "targets[0] must be a whole number from 0 to 4095, got 0.5",
  ],
  [
    "a class that no output stands for",
    (d) =>
      d.gradients(withLayer(1, { activation: "softmax" }), {
        ...batch,
        loss: "cross_entropy",
        targets: [1],
      }),
    RangeError,
    "targets[0] must be a whole number from 0 to 0, got 1",
  ],
  [
    "too many targets",
    (d) => d.gradients(network, { ...batch, targets: [[1], [0]] }),
    RangeError,
    "targets: 2 rows, but inputs has 1 row",
  ],
  [
    "a target that is no probability",
    (d) => d.gradients(network, { ...batch, targets: [[-1]] }),
    RangeError,
    "targets[0][0] must be in [0, 1], got -1",
  ],
  [
    "the mask of another batch",
    (d) => d.gradients(network, { ...batch, keep_masks: [[[1, 1]], [[1], [1]]] }),
    RangeError,
    "keep_masks[1]: 2 × 1, but samples × units is 1 × 1",
  ],
  [
    "a negative learning rate",
    (d) => d.descend(network, zeros, -0.1),
    RangeError,
    "learning_rate must be finite and at least 0, got -0.1",
  ],
  [
    "a learning rate that is no number",
    (d) => d.descend(network, zeros, any("fast")),
    TypeError,
    'learning_rate must be a number, got "fast"',
  ],
  [
    "no gradients",
    (d) => d.descend(network, any(undefined), 0.1),
    TypeError,
    "gradients must be an object, got nothing",
  ],
  [
    "gradients of no layers",
    (d) => d.descend(network, any({ mean_weight_gradients: [] }), 0.1),
    TypeError,
    "gradients.mean_bias_gradients must be an array of arrays, got nothing",
  ],
  [
    "gradients of another network",
    (d) => d.descend(network, { ...zeros, mean_weight_gradients: [[[0]], [[0]]] }, 0.1),
    RangeError,
    "gradients.mean_weight_gradients[0]: 1 × 1, but layers[0].weight is 1 × 2",
  ],
  [
    "a number of updates that is none",
    (d) => d.gradientDescent(network, batch, { learning_rate: 0.1, updates: 1.5 }),
    RangeError,
    "updates must be a whole number from 0 to 1000000000, got 1.5",
  ],
  [
    "more updates than anybody could wait for",
    (d) => d.gradientDescent(network, batch, { learning_rate: 0.1, updates: 1e9 }),
    RangeError,
    "updates × samples × weights and biases must be at most 1000000000, got 1000000000 × 1 × 5",
  ],
  [
    "a layer that is not there",
    (d) => d.numericalGradient(network, batch, { ...bias, layer: 2 }),
    RangeError,
    "layer must be a whole number from 0 to 1, got 2",
  ],
  [
    "neither an input nor null",
    (d) => d.numericalGradient(network, batch, any({ layer: 0, output: 0 })),
    TypeError,
    "input must be a number, got nothing",
  ],
  [
    "a step of 0",
    (d) => d.numericalGradient(network, batch, { ...bias, step: 0 }),
    RangeError,
    "step must be finite and above 0, got 0",
  ],
  [
    "a misspelt option of a finite difference",
    (d) => d.numericalGradient(network, batch, any({ ...bias, epsilon: 1e-5 })),
    TypeError,
    'options: there is no option "epsilon"',
  ],
  [
    "more bins than allowed",
    (d) => d.distribution(network, [1, 2], { output: 0, bins: 0 }),
    RangeError,
    "bins must be a whole number from 1 to 10000, got 0",
  ],
  [
    "an output that is not there",
    (d) => d.distribution(network, [1, 2], { output: 1, bins: 4 }),
    RangeError,
    "output must be a whole number from 0 to 0, got 1",
  ],
  [
    "a width of 0",
    (d) =>
      d.network({
        ...masks,
        widths: [3, 0],
        hidden_activation: "relu",
        output_activation: "identity",
        input_p_drop: 0,
        hidden_p_drop: 0,
      }),
    RangeError,
    "widths[1] must be a whole number from 1 to 4096, got 0",
  ],
  [
    "an unknown rule",
    (d) => d.scaling({ ...scaling, rule: any("double") }),
    RangeError,
    'rule must be one of "none", "inverted", "paper", "inverted-by-p-drop", "multiplied-by-p-drop", "scaled-twice", "left-on", got "double"',
  ],
  [
    "a missing rule",
    (d) => d.scaling({ ...scaling, rule: any(undefined) }),
    TypeError,
    "rule must be a text, got nothing",
  ],
  [
    "a division by p_drop 0",
    (d) => d.scaling({ ...scaling, rule: "inverted-by-p-drop", p_drop: 0 }),
    RangeError,
    'p_drop must be in (0, 1) where "inverted-by-p-drop" divides by it, got 0',
  ],
  [
    "no activations",
    (d) => d.scaling({ ...scaling, activations: [] }),
    RangeError,
    "activations: the number of entries must be a whole number from 1 to 1000, got 0",
  ],
  [
    "a text among activations",
    (d) => d.scaling({ ...scaling, activations: [1, any("2")] }),
    TypeError,
    'activations[1] must be a number, got "2"',
  ],
  [
    "NaN among activations",
    (d) => d.scaling({ ...scaling, activations: [1, NaN] }),
    RangeError,
    "activations[1] must be finite, got NaN",
  ],
  [
    "more scaled samples than allowed",
    (d) => d.scaling({ ...scaling, samples: 100_001 }),
    RangeError,
    "samples must be a whole number from 1 to 100000, got 100001",
  ],
  [
    "more scaled values than memory has room for",
    (d) => d.scaling({ ...scaling, activations: Array(1000).fill(1), samples: 20_001 }),
    RangeError,
    "samples × activations must be at most 20000000, got 20001 × 1000",
  ],
  [
    "a misspelt option of scaling",
    (d) => d.scaling(any({ ...scaling, units: 2 })),
    TypeError,
    'options: there is no option "units"',
  ],
  [
    "a die with one side",
    (d) => d.dieRolls({ ...dice, sides: 1 }),
    RangeError,
    "sides must be a whole number from 2 to 100, got 1",
  ],
  [
    "half a roll",
    (d) => d.dieRolls({ ...dice, rolls: 0.5 }),
    RangeError,
    "rolls must be a whole number from 1 to 100000, got 0.5",
  ],
  [
    "a misspelt option of dice",
    (d) => d.dieRolls(any({ ...dice, samples: 2 })),
    TypeError,
    'options: there is no option "samples"',
  ],
];

test.each(refusals)("%s", (_, call, type, message) => {
  let error: unknown;
  try {
    call(dropout);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(type);
  expect((error as Error).message).toBe(message);
  expect(message.startsWith((error as { field: string } & Error).field)).toBe(true);
  // What was right before still is.
  expect(dropout.masks(masks)).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ]);
});

test("a misspelt option is refused", () => {
  expect(() => dropout.forward(network, [[1, 2]], any({ keepMasks: [[[1, 1]], [[1]]] }))).toThrow(
    'options: there is no option "keepMasks"',
  );
  expect(() => dropout.forward(network, [[1, 2]], any(null))).toThrow(
    "options must be an object, got null",
  );
});

const average: Average = {
  droppable_units: 3,
  subnetworks: 8,
  method: "enumeration",
  last_layer_method: "enumeration",
  arithmetic_mean: [0.5],
  variance: [0.1],
  normalized_geometric_mean: [0.5],
  scaled_full_network: [0.5],
};
const sampling = { generator: "torch", seed: 1, samples: 3 } as const;
const repeated = { ...sampling, repeats: 2, output: 0 };
const wide = (units: number): [Network, number[]] => [
  {
    input_p_drop: 0.5,
    layers: [{ weight: [Array(units).fill(1)], bias: [0], activation: "relu", p_drop: 0 }],
  },
  Array(units).fill(1),
];

const rejections: typeof refusals = [
  [
    "too few numbers",
    (d) => d.average(network, [1]),
    RangeError,
    "input: 1 number, but the network has 2 inputs",
  ],
  [
    "an unknown method",
    (d) => d.average(network, [1, 2], { method: any("guess") }),
    RangeError,
    'method must be one of "auto", "closed-form", "characteristic-function", "enumeration", got "guess"',
  ],
  [
    "a method that does not apply",
    (d) => d.average(network, [1, 2], { method: "closed-form" }),
    RangeError,
    'method: "closed-form" needs the activation "identity" from the last mask to the output, but layers[1].activation is "sigmoid"',
  ],
  [
    "too many subnetworks",
    (d) => d.average(...wide(33)),
    RangeError,
    "network: enumeration of 2^33 subnetworks refused (limit 2^32): use monteCarlo, or p_drop 0 in some layers",
  ],
  [
    "too many subnetworks, by the method that was asked for",
    (d) => d.average(...wide(40), { method: "enumeration" }),
    RangeError,
    "network: enumeration of 2^40 subnetworks refused (limit 2^32): use monteCarlo, or p_drop 0 in some layers",
  ],
  [
    "a signal that is none",
    (d) => d.average(network, [1, 2], { signal: any(5) }),
    TypeError,
    "signal must be an AbortSignal, got a number",
  ],
  [
    "progress to nobody",
    (d) => d.average(network, [1, 2], { onProgress: any("now") }),
    TypeError,
    'onProgress must be a function, got "now"',
  ],
  [
    "null for options",
    (d) => d.average(network, [1, 2], any(null)),
    TypeError,
    "options must be an object, got null",
  ],
  [
    "a misspelt option of an average",
    (d) => d.average(network, [1, 2], any({ onprogress: () => {} })),
    TypeError,
    'options: there is no option "onprogress"',
  ],
  [
    "no options for random subnetworks",
    (d) => d.monteCarlo(network, [1, 2], any(undefined)),
    TypeError,
    "options must be an object, got nothing",
  ],
  [
    "no samples",
    (d) => d.monteCarlo(network, [1, 2], { ...sampling, samples: 0 }),
    RangeError,
    "samples must be a whole number from 1 to 1000000, got 0",
  ],
  [
    "samples that are no number",
    (d) => d.monteCarlo(network, [1, 2], { ...sampling, samples: any("many") }),
    TypeError,
    'samples must be a number, got "many"',
  ],
  [
    "more samples than allowed",
    (d) => d.monteCarlo(network, [1, 2], { ...sampling, samples: 1e7 }),
    RangeError,
    "samples must be a whole number from 1 to 1000000, got 10000000",
  ],
  [
    "a misspelt option of random subnetworks",
    (d) => d.monteCarlo(network, [1, 2], any({ ...sampling, repeats: 2 })),
    TypeError,
    'options: there is no option "repeats"',
  ],
  [
    "more repeats than allowed",
    (d) => d.monteCarloError(network, [1, 2], average, { ...repeated, repeats: 1001 }),
    RangeError,
    "repeats must be a whole number from 1 to 1000, got 1001",
  ],
  [
    "more runs than memory has room for",
    (d) =>
      d.monteCarloError(network, [1, 2], average, { ...repeated, repeats: 1000, samples: 1e5 }),
    RangeError,
    "repeats × samples must be at most 20000000, got 1000 × 100000",
  ],
  [
    "the average of another network",
    (d) => d.monteCarloError(network, [1, 2], { ...average, variance: [1, 2] }, repeated),
    RangeError,
    "average.variance: the number of entries must be a whole number from 1 to 1, got 2",
  ],
  [
    "an output that the average has not",
    (d) => d.monteCarloError(network, [1, 2], average, { ...repeated, output: 1 }),
    RangeError,
    "output must be a whole number from 0 to 0, got 1",
  ],
  [
    "no units to drop",
    (d) => d.droppedUnits({ ...dropped, units: 0 }),
    RangeError,
    "units must be a whole number from 1 to 1000, got 0",
  ],
  [
    "more trials than allowed",
    (d) => d.droppedUnits({ ...dropped, trials: 1e9 }),
    RangeError,
    "trials must be a whole number from 0 to 100000, got 1000000000",
  ],
  [
    "trials that are no number",
    (d) => d.droppedUnits({ ...dropped, trials: any("many") }),
    TypeError,
    'trials must be a number, got "many"',
  ],
  [
    "p_drop 1 for dropped units",
    (d) => d.droppedUnits({ ...dropped, p_drop: 1 }),
    RangeError,
    "p_drop must be in [0, 1), got 1",
  ],
  [
    "a misspelt option of dropped units",
    (d) => d.droppedUnits(any({ ...dropped, samples: 2 })),
    TypeError,
    'options: there is no option "samples"',
  ],
  ["null to load", () => load(any(null)), TypeError, "options must be an object, got null"],
  [
    "a misspelt option of load",
    () => load(any({ worker: 2 })),
    TypeError,
    'options: there is no option "worker"',
  ],
  [
    "too many workers",
    () => load({ workers: 65 }),
    RangeError,
    "workers must be a whole number from 0 to 64, got 65",
  ],
  [
    "half a worker",
    () => load({ workers: 0.5 }),
    RangeError,
    "workers must be a whole number from 0 to 64, got 0.5",
  ],
  [
    "workers that are no number",
    () => load({ workers: any("2") }),
    TypeError,
    'workers must be a number, got "2"',
  ],
];

test.each(rejections)("%s rejects, and does not throw", async (_, call, type, message) => {
  const error = await (call(dropout) as Promise<unknown>).then(
    () => undefined,
    (reason: Error & { field: string }) => reason,
  );
  expect(error).toBeInstanceOf(type);
  expect(error!.message).toBe(message);
  expect(message.startsWith(error!.field)).toBe(true);
  await expect(dropout.average(network, [1, 2])).resolves.toHaveProperty("subnetworks", 8);
});

test("results are copies", () => {
  const first = dropout.masks(masks);
  first[0]![0] = 7;
  expect(dropout.masks(masks)[0]![0]).toBe(1);
});
