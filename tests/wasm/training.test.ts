// Training on this thread, as where there are no workers.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type {
  Activation,
  ClassSamples,
  Loss,
  Network,
  Progress,
  TrainingOptions,
} from "../../web/src/api/dropout";
import { unwrap } from "../../web/src/api/core/unwrap";
import { golden, instantiateCore, loadDropout } from "./core";

const dropout = await loadDropout();

const moons = (seed: number): ClassSamples =>
  dropout.planeData({ generator: "torch", seed, name: "moons", samples: 60, noise: 0.1 });

function network(p_drop: number): Network {
  return dropout.network({
    generator: "torch",
    seed: 3,
    widths: [2, 16, 16, 2],
    hidden_activation: "relu",
    output_activation: "softmax",
    input_p_drop: 0,
    hidden_p_drop: p_drop,
  });
}

const options: TrainingOptions = {
  generator: "torch",
  seed: 1,
  network: network(0.2),
  loss: "cross_entropy",
  training: moons(1),
  test: moons(2),
  batch_size: 8,
  learning_rate: 0.1,
  momentum: 0.9,
  learning_rate_decay: 0.99,
  weight_decay: 0.0001,
  max_norm: 4,
};

interface GoldenCase {
  seed: number;
  widths: number[];
  hidden_activation: Activation;
  loss: Loss;
  p_drop: number;
  inputs: number[][];
  targets: number[] | number[][];
  batch_size: number;
  momentum: number;
  learning_rate: number;
  learning_rate_decay: number;
  weight_decay: number;
  max_norm: number | null;
  losses: number[];
}

const outputOf = { cross_entropy: "softmax", binary_cross_entropy: "sigmoid" } as const;

test.each(golden<{ cases: GoldenCase[] }>("training.json").cases)(
  "goes as in PyTorch: $loss, p_drop $p_drop",
  async (example) => {
    const { losses, inputs, targets, widths, hidden_activation, p_drop, ...rest } = example;
    const { seed, loss } = rest;
    const output_activation =
      loss === "mean_squared_error" ? ("identity" as const) : outputOf[loss];
    const session = await dropout.train({
      generator: "torch",
      seed,
      loss,
      network: dropout.network({
        generator: "torch",
        seed,
        widths,
        hidden_activation,
        output_activation,
        input_p_drop: p_drop,
        hidden_p_drop: p_drop,
      }),
      training: { inputs, targets },
      test: { inputs, targets },
      batch_size: rest.batch_size,
      learning_rate: rest.learning_rate,
      momentum: rest.momentum,
      learning_rate_decay: rest.learning_rate_decay,
      weight_decay: rest.weight_decay,
      max_norm: rest.max_norm,
    });
    for (const expected of losses) {
      const { batch_loss } = await session.step(1);
      expect(Math.abs(batch_loss! - expected)).toBeLessThan(1e-5);
    }
    session.dispose();
  },
);

test("what is trained classifies", async () => {
  const session = await dropout.train(options);
  const before = await session.step(0);
  const after = await session.step(400);
  expect(before.updates).toBe(0);
  expect(before.batch_loss).toBeNull();
  expect(after.updates).toBe(400);
  expect(after.updates_per_epoch).toBe(8);
  expect(after.test.error).toBeLessThan(0.1);
  const { network, updates, learning_rate } = await session.snapshot();
  expect(updates).toBe(400);
  expect(learning_rate).toBe(after.learning_rate);
  const evaluation = await dropout.evaluate(network, { ...options.test, loss: "cross_entropy" });
  expect(evaluation.confusion_matrix).toEqual(after.test.confusion_matrix);
  expect(evaluation.loss).toBeCloseTo(after.test.loss, 5);
  session.dispose();
});

test("the same options come to the same bits, in one step or many", async () => {
  const one = await dropout.train(options);
  const many = await dropout.train(options);
  await one.step(30);
  for (let i = 0; i < 10; ++i) {
    await many.nextBatch();
    await many.step(3);
  }
  expect(await many.snapshot()).toEqual(await one.snapshot());
  expect(await many.nextBatch()).toEqual(await one.nextBatch());
  one.dispose();
  many.dispose();
});

test("a step is that of gradients and descend on the next batch", async () => {
  const plain = { ...options, momentum: 0, weight_decay: 0, max_norm: null };
  const session = await dropout.train(plain);
  await session.step(3);
  const { network, learning_rate } = await session.snapshot();
  const { samples, keep_masks } = await session.nextBatch();
  const pick = <T>(all: T[]) => samples.map((sample) => all[sample]!);
  const gradients = dropout.gradients(network, {
    inputs: pick(options.training.inputs),
    targets: pick(options.training.targets as number[]),
    loss: "cross_entropy",
    keep_masks,
  });
  const expected = dropout.descend(network, gradients, learning_rate);
  const { batch_loss } = await session.step(1);
  const found = (await session.snapshot()).network;
  const mean = gradients.sample_losses.reduce((a, b) => a + b) / samples.length;
  expect(Math.abs(batch_loss! - mean)).toBeLessThan(1e-5);
  found.layers.forEach(({ weight }, l) =>
    weight.forEach((row, unit) =>
      row.forEach((value, input) =>
        expect(Math.abs(value - expected.layers[l]!.weight[unit]![input]!)).toBeLessThan(1e-5),
      ),
    ),
  );
  session.dispose();
});

test("the caller may change what it gave", async () => {
  const own = structuredClone(options);
  const session = await dropout.train(own);
  own.training.inputs.length = 0;
  own.network.layers[0]!.weight[0]![0] = 7;
  const same = await dropout.train(options);
  expect(await session.step(5)).toEqual(await same.step(5));
  session.dispose();
  same.dispose();
});

test("training that diverges says so, and refuses to go on", async () => {
  const session = await dropout.train({ ...options, max_norm: null, learning_rate: 1e30 });
  const { diverged, updates } = await session.step(1000);
  expect(diverged).toBe(true);
  expect(updates).toBeLessThan(1000);
  await expect(session.step(1)).rejects.toThrow(
    /^updates must be 0, for training has diverged after \d+ updates?; start anew/,
  );
  expect((await session.step(0)).updates).toBe(updates);
  const { network } = await session.snapshot();
  expect(network.layers.every(({ weight }) => weight.flat().every(Number.isFinite))).toBe(true);
  session.dispose();
});

test("progress rises and ends at 1; timers run meanwhile", async () => {
  const session = await dropout.train(options);
  const reports: Progress[] = [];
  let ticks = 0;
  const timer = setInterval(() => ++ticks);
  await session.step(3000, { onProgress: (progress) => reports.push(progress) });
  clearInterval(timer);
  const fractions = reports.map(({ fraction }) => fraction);
  expect(ticks).toBeGreaterThan(0);
  expect(fractions.length).toBeGreaterThan(1);
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b));
  expect(reports.at(-1)).toEqual({ fraction: 1, seconds_left: 0 });
  session.dispose();
});

test("aborting rejects with the reason, and what was made remains", async () => {
  const session = await dropout.train(options);
  const controller = new AbortController();
  const reason = new Error("not needed any more");
  const job = session.step(1_000_000, {
    signal: controller.signal,
    onProgress: () => controller.abort(reason),
  });
  await expect(job).rejects.toBe(reason);
  const { updates } = await session.step(0);
  expect(updates).toBeGreaterThan(0);
  expect(updates).toBeLessThan(1_000_000);
  const same = await dropout.train(options);
  await same.step(updates + 1);
  await session.step(1);
  expect(await session.snapshot()).toEqual(await same.snapshot());
  const aborted = AbortSignal.abort(reason);
  await expect(session.step(1, { signal: aborted })).rejects.toBe(reason);
  session.dispose();
  same.dispose();
});

test("what onProgress throws is what the step rejects with", async () => {
  const session = await dropout.train(options);
  const problem = new Error("no room for progress");
  const onProgress = () => {
    throw problem;
  };
  await expect(session.step(5, { onProgress })).rejects.toBe(problem);
  expect((await session.step(1)).updates).toBeGreaterThan(0);
  session.dispose();
});

test("after dispose all calls reject, those that wait as well", async () => {
  const session = await dropout.train(options);
  const running = session.step(1_000_000);
  const waiting = session.snapshot();
  setTimeout(() => session.dispose(), 5);
  const message = "the training session has been disposed of";
  await expect(running).rejects.toThrow(message);
  await expect(waiting).rejects.toThrow(message);
  session.dispose();
  await expect(session.step(1)).rejects.toThrow(message);
  await expect(session.nextBatch()).rejects.toThrow(message);
  await expect(session.snapshot()).rejects.toThrow(message);
});

test("10,000 sessions that are deleted, or refused, leave the memory as it was", async () => {
  const { core, memory } = await instantiateCore();
  const small = { ...options, training: { inputs: [[1, 2]], targets: [1] } };
  const use = () => {
    const training = unwrap(core.train({ ...small, test: small.training }));
    unwrap(training.step(1));
    training.delete();
    if (!(core.train({ ...small, momentum: 1 }) instanceof Error)) throw new Error("not refused");
  };
  for (let i = 0; i < 100; ++i) use();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 10_000; ++i) use();
  expect(memory.buffer.byteLength).toBe(before);
});

test("the digits unpack", async () => {
  const { core } = await instantiateCore();
  const packed = readFileSync(resolve(import.meta.dirname, "../../web/data/digits.bin"));
  const { inputs, targets } = unwrap(core.digits(new Uint8Array(packed)));
  expect(inputs.length).toBe(1797);
  expect(inputs[0]!.slice(0, 5)).toEqual([0, 0, 5 / 16, 13 / 16, 9 / 16]);
  expect(targets.slice(0, 3)).toEqual([0, 1, 2]);
});

test("outputs are the last activations of forward, sampledOutputs average to monteCarlo", async () => {
  const { inputs } = options.test;
  const expected = dropout.forward(options.network, inputs).layers.at(-1)!.activation;
  expect(await dropout.outputs(options.network, inputs)).toEqual(expected);
  const drawing = { generator: "numpy", seed: 4, samples: 20 } as const;
  const sampled = await dropout.sampledOutputs(options.network, inputs[0]!, drawing);
  const { running_mean } = await dropout.monteCarlo(options.network, inputs[0]!, drawing);
  const mean = sampled.reduce((sum, [first]) => sum + first!, 0) / 20;
  expect(mean).toBeCloseTo(running_mean.at(-1)![0]!, 12);
});

test("a Monte Carlo evaluation is that of its runs, each with a seed of its own", async () => {
  const samples = { ...options.test, loss: "cross_entropy" } as const;
  const drawing = { generator: "torch", seed: 5, subnetworks: 4 } as const;
  const all = await dropout.monteCarloEvaluation(options.network, samples, {
    ...drawing,
    repeats: 3,
  });
  const { core } = await instantiateCore();
  for (let run = 0; run < 3; ++run) {
    const seeded = { ...drawing, seed: 5 + run };
    expect(all.error[run]).toEqual(core.monteCarloErrors(options.network, samples, seeded));
  }
  expect(all.scaling_error).toBe((await dropout.evaluate(options.network, samples)).error);
});
