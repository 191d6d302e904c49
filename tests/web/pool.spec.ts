// Long jobs in workers: what they give, how far they are, and how they are aborted.
import { expect } from "@playwright/test";
import type { Average, Progress } from "../../web/src/api/dropout";
import { generators } from "../names";
import { longAverage, open, startedWorkers } from "./another_page";
import { test } from "./inputs";

test("any number of workers gives the same bits", async ({ page }) => {
  const averages: Average[] = [];
  for (const workers of [0, 1, 2, 7]) {
    await open(page, workers);
    averages.push(await page.evaluate(() => window.dropout.average(...window.enumerated(26))));
    expect(await startedWorkers(page)).toBe(workers);
  }
  for (const average of averages) expect(average).toEqual(averages[0]);
});

test("workers are started for the first long job", async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.dropout.average(...window.enumerated(12)));
  expect(await startedWorkers(page)).toBe(0);
  await longAverage(page);
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  expect(await startedWorkers(page)).toBeLessThanOrEqual(cores);
  expect(await startedWorkers(page)).toBeGreaterThan(0);
});

test("the page stays responsive, and is told of the progress", async ({ page }) => {
  await open(page);
  const { frames, longest, fractions } = await page.evaluate(async () => {
    let last = performance.now();
    let longest = 0;
    let frames = 0;
    const tick = () => {
      ++frames;
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const fractions: number[] = [];
    await window.dropout.average(...window.enumerated(30), {
      onProgress: ({ fraction }) => fractions.push(fraction),
    });
    return { frames, longest, fractions };
  });
  process.stdout.write(`longest wait for a frame during 2^30: ${longest.toFixed(0)} ms\n`);
  // On the page's own thread, the job would leave room for none.
  expect(frames).toBeGreaterThan(10);
  expect(fractions.length).toBeGreaterThan(1);
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
});

for (const workers of [0, 2]) {
  test(`aborting rejects at once, with ${workers} workers`, async ({ page }) => {
    await open(page, workers);
    const { milliseconds, message, last } = await page.evaluate(async () => {
      const controller = new AbortController();
      let last = 0;
      let job!: Promise<unknown>;
      await new Promise<void>((underWay) => {
        const onProgress = ({ fraction }: Progress) => {
          last = fraction;
          underWay();
        };
        const { signal } = controller;
        job = window.dropout.average(...window.enumerated(30), { signal, onProgress });
      });
      const start = performance.now();
      controller.abort(new Error("not needed any more"));
      const message = await job.catch((error: Error) => error.message);
      return { milliseconds: performance.now() - start, message, last };
    });
    process.stdout.write(`${workers} workers: aborted in ${milliseconds.toFixed(1)} ms\n`);
    expect(message).toBe("not needed any more");
    expect(last).toBeLessThan(1);
    expect((await longAverage(page)).subnetworks).toBe(2 ** 24);
  });
}

test("a worker that goes on with what was aborted makes way", async ({ page }) => {
  await open(page, 1);
  const milliseconds = await page.evaluate(async () => {
    const network = window.dropout.network({
      generator: "torch",
      seed: 1,
      widths: [100, 400, 400, 1],
      hidden_activation: "tanh",
      output_activation: "sigmoid",
      input_p_drop: 0,
      hidden_p_drop: 0.5,
    });
    await window.dropout.average(...window.enumerated(24)); // The worker has started.
    const controller = new AbortController();
    const job = window.dropout.monteCarlo(network, Array<number>(100).fill(1), {
      generator: "torch",
      seed: 1,
      samples: 44_000,
      signal: controller.signal,
    });
    const outcome = job.catch(() => performance.now());
    // Of one piece, some seconds long, which the worker has taken in the next turn.
    await new Promise((resolve) => setTimeout(resolve));
    const start = performance.now();
    controller.abort();
    await outcome;
    await window.dropout.average(...window.enumerated(24));
    return performance.now() - start;
  });
  process.stdout.write(`the next job was done after ${milliseconds.toFixed(0)} ms\n`);
  expect(await startedWorkers(page)).toBe(2);
});

test("masks are counted in a worker as on the page's own thread", async ({ page }) => {
  const counted: unknown[] = [];
  for (const workers of [0, 1]) {
    await open(page, workers);
    const { results, fractions } = await page.evaluate(async (generators) => {
      const fractions: number[] = [];
      const results = [];
      for (const generator of generators) {
        const masks = { generator, seed: 12, p_drop: 0.2, units: 1000, trials: 10_000 };
        const onProgress = ({ fraction }: Progress) => fractions.push(fraction);
        results.push(await window.dropout.droppedUnits({ ...masks, onProgress }));
      }
      return { results, fractions };
    }, generators);
    expect(await startedWorkers(page)).toBe(workers);
    expect(fractions).toEqual(generators.map(() => 1));
    counted.push(results);
  }
  expect(counted[1]).toEqual(counted[0]);
});

test("aborting rejects a count of masks that is under way", async ({ page }) => {
  await open(page, 1);
  const outcome = await page.evaluate(async () => {
    const masks = { generator: "torch", seed: 1, p_drop: 0.2, units: 1000 } as const;
    // Starts the worker.
    await window.dropout.droppedUnits({ ...masks, trials: 10_000 });
    const controller = new AbortController();
    const { signal } = controller;
    const job = window.dropout.droppedUnits({ ...masks, trials: 100_000, signal });
    setTimeout(() => controller.abort(new Error("not needed any more")), 20);
    return job.then(
      () => "none",
      (error: Error) => error.message,
    );
  });
  expect(outcome).toBe("not needed any more");
});

test("errors come out of a worker with their class, message and field", async ({ page }) => {
  await open(page, 1);
  const error = await page.evaluate(async () => {
    const job = window.dropout.monteCarlo(...window.enumerated(4), {
      generator: "torch",
      seed: 1,
      samples: 2_000_000,
    });
    const error: Error & { field?: string } = await job.then(
      () => new Error("none"),
      (reason: Error) => reason,
    );
    const { name, message, field } = error;
    return { name, message, field, isRangeError: error instanceof RangeError };
  });
  expect(error).toEqual({
    name: "RangeError",
    message: "samples must be a whole number from 1 to 1000000, got 2000000",
    field: "samples",
    isRangeError: true,
  });
  expect(await startedWorkers(page)).toBe(1);
});

test("jobs take turns, and give what each gives alone", async ({ page }) => {
  await open(page, 2);
  const { order, isSame } = await page.evaluate(async () => {
    const { dropout, enumerated } = window;
    const sampling = { generator: "torch", seed: 1, samples: 20_000 } as const;
    const jobs = {
      large: () => dropout.average(...enumerated(28)),
      small: () => dropout.average(...enumerated(24)),
      sampled: () => dropout.monteCarlo(...enumerated(4), sampling),
    };
    const order: string[] = [];
    const start = ([name, job]: [string, () => Promise<unknown>]) =>
      job().finally(() => order.push(name));
    const together = await Promise.all(Object.entries(jobs).map(start));
    const alone = [];
    for (const job of Object.values(jobs)) alone.push(await job());
    return { order, isSame: JSON.stringify(together) === JSON.stringify(alone) };
  });
  expect(order.indexOf("large")).toBe(2);
  expect(isSame).toBe(true);
});

test("a network may be a framework's proxy", async ({ page }) => {
  await open(page, 1);
  const expected = await longAverage(page);
  const average = await page.evaluate(() => {
    const [network, input] = window.enumerated(24);
    const proxies = { ...network, layers: new Proxy(network.layers, {}) };
    return window.dropout.average(new Proxy(proxies, {}), new Proxy(input, {}));
  });
  expect(average).toEqual(expected);
});

test("Monte Carlo in a worker is that of the page's own thread", async ({ page }) => {
  const results = [];
  for (const workers of [0, 2]) {
    await open(page, workers);
    results.push(
      await page.evaluate(async () => {
        const [network, input] = window.enumerated(10);
        const sampling = { generator: "numpy", seed: 7, samples: 500 } as const;
        const average = await window.dropout.average(network, input);
        const repeated = { ...sampling, output: 0, repeats: 100 };
        return JSON.stringify([
          await window.dropout.monteCarlo(network, input, { ...sampling, samples: 20_000 }),
          await window.dropout.monteCarloError(network, input, average, repeated),
        ]);
      }),
    );
    expect(await startedWorkers(page)).toBe(workers && 1);
  }
  expect(results[1] === results[0]).toBe(true);
});
