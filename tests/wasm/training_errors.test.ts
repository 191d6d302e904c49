// Bad input is refused with a message that names it.
import { expect, test } from "vitest";
import type { Dropout, TrainingOptions } from "../../web/src/api/dropout";
import { generators, losses, oneOf } from "../names";
import { instantiateCore } from "./core";
import { any, dropout } from "./refusals";

const { core } = await instantiateCore();

const seeded = { generator: "torch", seed: 1 } as const;
const network = dropout.network({
  ...seeded,
  widths: [2, 3, 2],
  hidden_activation: "relu",
  output_activation: "softmax",
  input_p_drop: 0,
  hidden_p_drop: 0.2,
});
const samples = { inputs: [[1, 2]], targets: [1] };
const options: TrainingOptions = {
  ...seeded,
  network,
  loss: "cross_entropy",
  training: samples,
  test: samples,
  batch_size: 1,
  learning_rate: 0.1,
  momentum: 0,
  learning_rate_decay: 1,
  weight_decay: 0,
  max_norm: null,
};
const labelled = { ...samples, loss: "cross_entropy" } as const;

const training = (change: object) => (d: Dropout) => d.train(any({ ...options, ...change }));
const plane = (change: object) => (d: Dropout) =>
  d.planeData(any({ ...seeded, name: "moons", samples: 2, noise: 0, ...change }));
const wrong = (change: object) => (d: Dropout) =>
  d.wrongLabels(any({ ...seeded, labels: [0, 1], classes: 2, fraction: 1, ...change }));
const histogram = (change: object) => (d: Dropout) =>
  d.activationHistogram(network, samples.inputs, any({ layer: 0, bins: 2, ...change }));
const repeated = (change: object) => (d: Dropout) =>
  d.monteCarloEvaluation(
    network,
    labelled,
    any({ ...seeded, subnetworks: 2, repeats: 2, ...change }),
  );

const refusals: [(api: Dropout) => unknown, typeof RangeError | typeof TypeError, string][] = [
  [(d) => d.train(any(undefined)), TypeError, "options must be an object, got nothing"],
  [training({ rate: 1 }), TypeError, 'options: there is no option "rate"'],
  [training({ network: 1 }), TypeError, "network must be an object, got a number"],
  [training({ loss: "hinge" }), RangeError, `loss ${oneOf(losses)}, got "hinge"`],
  [
    training({
      loss: "binary_cross_entropy",
      training: { inputs: [[1, 2]], targets: [[0, 1]] },
      test: { inputs: [[1, 2]], targets: [[0, 1]] },
    }),
    RangeError,
    'loss: "binary_cross_entropy" needs the output activation "sigmoid"',
  ],
  [training({ training: [] }), TypeError, "training.inputs must be an array of rows, got nothing"],
  [training({ test: null }), TypeError, "test must be an object, got null"],
  [
    training({ training: { ...samples, inputs: [[1, "2"]] } }),
    TypeError,
    'training.inputs[0][1] must be a number, got "2"',
  ],
  [
    training({ test: { ...samples, targets: [2] } }),
    RangeError,
    "test.targets[0] must be a whole number from 0 to 1, got 2",
  ],
  [training({ batch_size: 0 }), RangeError, "batch_size must be a whole number from 1 to 1000000"],
  [training({ batch_size: 1.5 }), RangeError, "batch_size must be a whole number from 1 to "],
  [training({ learning_rate: "1" }), TypeError, 'learning_rate must be a number, got "1"'],
  [training({ learning_rate: -1 }), RangeError, "learning_rate must be finite and at least 0"],
  [training({ momentum: 1 }), RangeError, "momentum must be in [0, 1), got 1"],
  [
    training({ learning_rate: 1e39 }),
    RangeError,
    "learning_rate must be at most 3.4e38, the largest float32, got 1e+39",
  ],
  [
    training({ momentum: 1 - 1e-16 }),
    RangeError,
    "momentum must be below 1 when rounded to float32, got 0.99999999999999989",
  ],
  [training({ momentum: undefined }), TypeError, "momentum must be a number, got nothing"],
  [training({ learning_rate_decay: 0 }), RangeError, "learning_rate_decay must be in (0, 1]"],
  [training({ weight_decay: NaN }), RangeError, "weight_decay must be finite and at least 0"],
  [training({ max_norm: 0 }), RangeError, "max_norm must be above 0, got 0"],
  [training({ max_norm: "3" }), TypeError, 'max_norm must be a number, got "3"'],
  [training({ generator: "jax" }), RangeError, `generator ${oneOf(generators)}, got "jax"`],
  [
    training({ seed: 2n ** 64n }),
    RangeError,
    "seed must be a whole number from -9223372036854775808 ",
  ],
  [plane({ name: "blobs" }), RangeError, 'name must be one of "moons", "circles", "xor", '],
  [plane({ samples: 0 }), RangeError, "samples must be a whole number from 1 to 100000, got 0"],
  [plane({ noise: -1 }), RangeError, "noise must be in [0, 10], got -1"],
  [plane({ colour: 1 }), TypeError, 'options: there is no option "colour"'],
  [
    (d) => d.waveData({ ...seeded, samples: 1, noise: NaN }),
    RangeError,
    "noise must be in [0, 10], got NaN",
  ],
  [wrong({ labels: [0, 2] }), RangeError, "labels[1] must be a whole number from 0 to 1, got 2"],
  [wrong({ labels: "01" }), TypeError, 'labels must be an array of numbers, got "01"'],
  [wrong({ classes: 1 }), RangeError, "classes must be a whole number from 2 to 4096, got 1"],
  [wrong({ fraction: 2 }), RangeError, "fraction must be in [0, 1], got 2"],
  [
    (d) => d.permutation({ ...seeded, samples: -1 }),
    RangeError,
    "samples must be a whole number from 0 to 1000000, got -1",
  ],
  [
    (d) => d.evaluate(network, any({ ...labelled, keep_masks: [] })),
    TypeError,
    'samples: there is no option "keep_masks"',
  ],
  [
    (d) => d.evaluate(network, labelled, any({ repeats: 1 })),
    TypeError,
    'options: there is no option "repeats"',
  ],
  [(d) => d.evaluate(any(null), labelled), TypeError, "network must be an object, got null"],
  [
    (d) => d.outputs(network, [[1]]),
    RangeError,
    "inputs: 1 number in each sample, but the network has 2 inputs",
  ],
  [
    (d) => d.sampledOutputs(network, [1, 2], { ...seeded, samples: 0 }),
    RangeError,
    "samples must be a whole number from 1 to 1000000, got 0",
  ],
  [histogram({ layer: 2 }), RangeError, "layer must be a whole number from 0 to 1, got 2"],
  [histogram({ bins: 0 }), RangeError, "bins must be a whole number from 1 to 10000, got 0"],
  [repeated({ repeats: 0 }), RangeError, "repeats must be a whole number from 1 to 1000, got 0"],
  [repeated({ repeats: "2" }), TypeError, 'repeats must be a number, got "2"'],
  [repeated({ subnetworks: 0 }), RangeError, "subnetworks must be a whole number from 1 to "],
  [repeated({ seed: "1" }), TypeError, 'seed must be a whole number, got "1"'],
  [
    repeated({ generator: "numpy", seed: 4294967294, repeats: 3 }),
    RangeError,
    "seed must be a whole number from 0 to 4294967295 for NumPy, got 4294967296",
  ],
  [repeated({ subnetworks: 2n }), TypeError, "subnetworks must be a number, got a bigint"],
  [
    (d) => d.sampledVotes(network, [[1, 2]], any({ ...seeded, subnetworks: 2n })),
    TypeError,
    "subnetworks must be a number, got a bigint",
  ],
];

const named = refusals.map(([call, type, message]) => ({ call, type, message }));

test.each(named)("$message", async ({ call, type, message }) => {
  // Some throw, others reject.
  const error = await (async () => call(dropout))().then(
    () => undefined,
    (problem: unknown) => problem,
  );
  expect(error).toBeInstanceOf(type);
  expect((error as Error).message).toContain(message);
  expect((error as { field?: string }).field).toBe(message.split(/:| (must|needs)/)[0]);
});

test.each([
  [-1, "must be a whole number from 0 to 1000000000, got -1"],
  [1.5, "must be a whole number from 0 to 1000000000, got 1.5"],
  [NaN, "must be a whole number from 0 to 1000000000, got NaN"],
  [any("5"), 'must be a number, got "5"'],
])("a step of %s updates is refused, and the session goes on working", async (updates, problem) => {
  const session = await dropout.train(options);
  await expect(session.step(updates)).rejects.toThrow(`updates ${problem}`);
  expect((await session.step(2)).updates).toBe(2);
  session.dispose();
});

test("packed digits that are none are refused", () => {
  const message = (bytes: unknown) => (core.digits(any(bytes)) as Error).message;
  expect(message(new Uint8Array(40))).toBe("digits: 40 bytes, but each digit takes 41");
  expect(message([1])).toBe("digits must be a Uint8Array, got an array");
});
