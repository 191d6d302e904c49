// Where there are no workers, as in Node, long jobs run in slices, and other things in between.
import { expect, test } from "vitest";
import { load, type Network, type Progress } from "../../web/src/api/dropout";
import { instantiateCore, loadDropout } from "./core";

const dropout = await loadDropout();

const units = 26;
const enumerated: Network = {
  input_p_drop: 0.3,
  layers: [
    {
      weight: [Array.from({ length: units }, (_, i) => Math.sin(i))],
      bias: [0.5],
      activation: "relu",
      p_drop: 0,
    },
  ],
};
const input = Array<number>(units).fill(1);
const drawing = { generator: "numpy", seed: 1, p_drop: 0.2, units: 4, trials: 10 } as const;
const sampling = { generator: "torch", seed: 1, samples: 1000 } as const;

test("an average is that of all chunks at once, bit for bit", async () => {
  const { core } = await instantiateCore();
  const { chunks } = dropout.averagePlan(enumerated, input);
  expect(chunks).toBeGreaterThan(1);
  const partialSums = core.averageChunks(enumerated, input, { first: 0, count: chunks });
  expect(await dropout.average(enumerated, input)).toEqual(
    core.averageFromChunks(enumerated, input, undefined, partialSums as number[][]),
  );
});

test("a histogram is the distribution, of all subnetworks or of random ones", async () => {
  const small = { ...enumerated, layers: [{ ...enumerated.layers[0]!, weight: [[1, -2, 0.5]] }] };
  const three = [1, 2, 3];
  const options = { output: 0, bins: 5 };
  expect(await dropout.outputHistogram(small, three, options)).toEqual(
    dropout.distribution(small, three, options),
  );
  const sampled = { ...options, ...sampling };
  expect(await dropout.outputHistogram(enumerated, input, sampled)).toEqual(
    dropout.sampledDistribution(enumerated, input, sampled),
  );
  await expect(dropout.outputHistogram(small, three, { ...options, output: 1 })).rejects.toThrow(
    "output must be 0, got 1",
  );
  await expect(dropout.outputHistogram(small, [1], options)).rejects.toThrow(RangeError);
});

test("progress rises, and ends at 1", async () => {
  const reports: Progress[] = [];
  await dropout.average(enumerated, input, { onProgress: (progress) => reports.push(progress) });
  const fractions = reports.map(({ fraction }) => fraction);
  expect(fractions.length).toBeGreaterThan(1);
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b));
  expect(reports.every(({ seconds_left }) => seconds_left >= 0)).toBe(true);
  expect(reports.at(-1)).toEqual({ fraction: 1, seconds_left: 0 });
});

test("a short job reports once, at its end", async () => {
  const reports: Progress[] = [];
  const onProgress = (progress: Progress) => reports.push(progress);
  await dropout.monteCarlo(enumerated, input, { ...sampling, samples: 2, onProgress });
  await dropout.droppedUnits({ ...drawing, onProgress });
  const last = { fraction: 1, seconds_left: 0 };
  expect(reports).toEqual([last, last]);
});

test("timers run meanwhile, and one that aborts is heard", async () => {
  const controller = new AbortController();
  const reason = new Error("not needed any more");
  const fractions: number[] = [];
  const job = dropout.average(enumerated, input, {
    signal: controller.signal,
    onProgress: ({ fraction }) => fractions.push(fraction),
  });
  setTimeout(() => controller.abort(reason), 20);
  await expect(job).rejects.toBe(reason);
  expect(fractions).not.toContain(1);
});

test("a signal that is already aborted rejects with its reason", async () => {
  const reason = new Error("not needed any more");
  const signal = AbortSignal.abort(reason);
  await expect(dropout.average(enumerated, input, { signal })).rejects.toBe(reason);
  await expect(dropout.monteCarlo(enumerated, input, { ...sampling, signal })).rejects.toBe(reason);
  await expect(dropout.droppedUnits({ ...drawing, signal })).rejects.toBe(reason);
});

test("what onProgress throws is what the job rejects with", async () => {
  const problem = new Error("no room for progress");
  const onProgress = () => {
    throw problem;
  };
  await expect(dropout.average(enumerated, input, { onProgress })).rejects.toBe(problem);
});

test("the caller may change the network and the input meanwhile", async () => {
  const expected = await dropout.average(enumerated, input);
  const network = structuredClone(enumerated);
  const numbers = [...input];
  const job = dropout.average(network, numbers);
  network.layers[0]!.weight[0]!.fill(7);
  network.layers[0]!.activation = "tanh";
  numbers.fill(7);
  expect(await job).toEqual(expected);
});

test("asking for workers gives none, and no error", async () => {
  const expected = await dropout.average(enumerated, input);
  const sameDropout = await load({ workers: 4 });
  expect(await sameDropout.average(enumerated, input)).toEqual(expected);
});
