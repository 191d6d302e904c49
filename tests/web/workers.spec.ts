// Workers that end, do not start, are forbidden, or make way for others.
import { expect, type Page } from "@playwright/test";
import { longAverage, open, startedWorkers, strict } from "./another_page";
import { test } from "./inputs";

// One of two: the end of both could reach the next job, too.
const ends: [string, string, (page: Page) => Promise<unknown>][] = [
  [
    "that another script terminates",
    "it was terminated",
    (page) => page.evaluate(() => window.workers[0]!.terminate()),
  ],
  [
    "that closes itself",
    "it was terminated",
    (page) => page.workers()[0]!.evaluate(() => self.close()),
  ],
  [
    "in which an error is thrown",
    "Uncaught Error: out of order",
    (page) =>
      page.workers()[0]!.evaluate(() => {
        setTimeout(() => {
          throw new Error("out of order");
        });
      }),
  ],
  [
    "whose core fails",
    "memory access out of bounds",
    (page) =>
      page.workers()[0]!.evaluate(() => {
        // The core calls it. Where it would trap by itself cannot be foreseen.
        const fail = (): never => {
          throw new WebAssembly.RuntimeError("memory access out of bounds");
        };
        Object.assign(Array, { isArray: fail });
      }),
  ],
];

for (const [name, reason, end] of ends) {
  test(`a worker ${name} rejects its job, and is replaced`, async ({ page }) => {
    await open(page, 2);
    const expected = await longAverage(page);
    const outcome = page.evaluate(async () => {
      const job = window.dropout.average(...window.enumerated(30));
      return job.then(
        () => "none",
        (error: Error) => error.message,
      );
    });
    await end(page);
    expect(await outcome).toBe(`a worker stopped unexpectedly: ${reason}`);
    expect(await longAverage(page)).toEqual(expected);
    expect(await startedWorkers(page)).toBeGreaterThan(2);
  });
}

test("another number of workers replaces those that are at work", async ({ page }) => {
  await open(page, 2);
  const expected = await page.evaluate(() => window.dropout.average(...window.enumerated(27)));
  const average = await page.evaluate(async () => {
    const address = new URL("../dropout.js", document.baseURI).href;
    const { load } = await import(/* @vite-ignore */ address);
    const job = window.dropout.average(...window.enumerated(27));
    await load({ workers: 3 });
    return job;
  });
  expect(average).toEqual(expected);
  expect(await startedWorkers(page)).toBe(5);
});

test("where workers get no core, long jobs run on the page's own thread", async ({ page }) => {
  await open(page, 2);
  await page.route("**/*.wasm", (route) => route.abort());
  const average = await longAverage(page);
  expect(await startedWorkers(page)).toBeGreaterThan(0);
  expect(average.subnetworks).toBe(2 ** 24);
});

test("where workers have started, one that does not is replaced", async ({ page }) => {
  await open(page, 2);
  const average = await page.evaluate(() => window.dropout.average(...window.enumerated(26)));
  expect(await startedWorkers(page)).toBe(2);
  await page.route("**/*.wasm", (route) => route.abort(), { times: 1 });
  const again = await page.evaluate(async () => {
    const address = new URL("../dropout.js", document.baseURI).href;
    const { load } = await import(/* @vite-ignore */ address);
    for (const workers of [0, 2]) await load({ workers });
    return window.dropout.average(...window.enumerated(26));
  });
  expect(again).toEqual(average);
  expect(await startedWorkers(page)).toBe(5);
});

test("where a policy forbids workers, long jobs run on the page's own thread", async ({ page }) => {
  await open(page, 2, `${strict} worker-src 'none'`);
  const fractions = await page.evaluate(async () => {
    const fractions: number[] = [];
    await window.dropout.average(...window.enumerated(27), {
      onProgress: ({ fraction }) => fractions.push(fraction),
    });
    return fractions;
  });
  expect(fractions.length).toBeGreaterThan(1);
  expect(fractions.at(-1)).toBe(1);
});

test("workers that were replaced are let go", async ({ page }) => {
  await open(page, 2);
  const started = await page.evaluate(async () => {
    const address = new URL("../dropout.js", document.baseURI).href;
    const { load } = await import(/* @vite-ignore */ address);
    for (const workers of [1, 2, 1]) {
      await window.dropout.average(...window.enumerated(24));
      await load({ workers });
    }
    return window.workers.splice(0).length;
  });
  expect(started).toBeGreaterThan(2);
  const devtools = await page.context().newCDPSession(page);
  // A worker has listeners for as long as it lives, which is some seconds more.
  await expect
    .poll(async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Memory.getDOMCounters")).jsEventListeners;
    })
    .toBe(0);
});
