// Training sessions in workers, for another page of the same host that imports dropout.js.
import { expect, type Page } from "@playwright/test";
import type { TrainingOptions } from "../../web/src/api/dropout";
import { open as openAnother } from "./another_page";
import { test } from "./inputs";

declare global {
  interface Window {
    options: (p_drop: number) => Promise<TrainingOptions>;
  }
}

async function open(page: Page, workers?: number) {
  await openAnother(page, workers);
  await page.evaluate(() => {
    const { dropout } = window;
    window.options = async (p_drop) => {
      const { inputs, targets } = await dropout.digits();
      const part = (from: number, to: number) => ({
        inputs: inputs.slice(from, to),
        targets: targets.slice(from, to),
      });
      return {
        generator: "torch",
        seed: 1,
        network: dropout.network({
          generator: "torch",
          seed: 1,
          widths: [64, 32, 10],
          hidden_activation: "relu",
          output_activation: "softmax",
          input_p_drop: 0,
          hidden_p_drop: p_drop,
        }),
        loss: "cross_entropy",
        training: part(0, 300),
        test: part(300, 500),
        batch_size: 32,
        learning_rate: 0.05,
        momentum: 0.9,
        learning_rate_decay: 1,
        weight_decay: 0,
        max_norm: null,
      };
    };
  });
}

test("each session has a worker, and the same bits as without", async ({ page }) => {
  const results = [];
  for (const workers of [2, 0]) {
    await open(page, workers);
    results.push(
      await page.evaluate(async () => {
        const sessions = [
          await window.dropout.train(await window.options(0)),
          await window.dropout.train(await window.options(0.5)),
        ];
        const states = await Promise.all(sessions.map((session) => session.step(40)));
        const snapshots = await Promise.all(sessions.map((session) => session.snapshot()));
        const batches = await Promise.all(sessions.map((session) => session.nextBatch()));
        for (const session of sessions) session.dispose();
        return { states, snapshots, batches };
      }),
    );
    expect(await page.evaluate(() => window.workers.length)).toBe(workers);
  }
  expect(results[0]).toEqual(results[1]);
  expect(results[0]!.states[0]!.test.error).toBeLessThan(0.5);
});

test("the page stays responsive, is told of progress, and can abort", async ({ page }) => {
  await open(page);
  const { frames, reason, updates } = await page.evaluate(async () => {
    const session = await window.dropout.train(await window.options(0.5));
    const controller = new AbortController();
    let frames = 0;
    const count = () => {
      ++frames;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const onProgress = () => frames > 3 && controller.abort("enough");
    const reason: unknown = await session
      .step(1_000_000, { signal: controller.signal, onProgress })
      .catch((problem) => problem);
    const { updates } = await session.step(0);
    session.dispose();
    return { frames, reason, updates };
  });
  expect(reason).toBe("enough");
  expect(frames).toBeGreaterThan(3);
  expect(updates).toBeGreaterThan(0);
  expect(updates).toBeLessThan(1_000_000);
});

test("what the core refuses in a worker keeps its class and its field", async ({ page }) => {
  await open(page);
  const found = await page.evaluate(async () => {
    const options = await window.options(0.5);
    const refused = (momentum: number) =>
      window.dropout
        .train({ ...options, momentum })
        .catch((error) => [error instanceof RangeError, error.message, error.field]);
    const problem = await refused(1);
    const session = await window.dropout.train(options);
    const { updates } = await session.step(2);
    session.dispose();
    return { problem, updates };
  });
  expect(found).toEqual({
    problem: [true, "momentum must be in [0, 1), got 1", "momentum"],
    updates: 2,
  });
});

test("a session whose worker ends says so, and another comes to the same", async ({ page }) => {
  await open(page);
  const { problems, same } = await page.evaluate(async () => {
    const options = await window.options(0.5);
    const session = await window.dropout.train(options);
    const before = await session.step(20);
    const message = (promise: Promise<unknown>) => promise.catch((error: Error) => error.message);
    const running = message(session.step(1_000_000));
    window.workers.at(-1)!.terminate();
    const problems = [await running, await message(session.step(1))];
    session.dispose();
    problems.push(await message(session.snapshot()));
    const again = await window.dropout.train(options);
    const same = JSON.stringify(await again.step(20)) === JSON.stringify(before);
    again.dispose();
    return { problems, same };
  });
  const stopped = "the training's worker stopped unexpectedly: it was terminated";
  expect(problems).toEqual([stopped, stopped, stopped]);
  expect(same).toBe(true);
});

test("disposing ends what is waited for", async ({ page }) => {
  await open(page);
  const problems = await page.evaluate(async () => {
    const session = await window.dropout.train(await window.options(0.5));
    const message = (promise: Promise<unknown>) => promise.catch((error: Error) => error.message);
    const waiting = [message(session.step(1_000_000)), message(session.nextBatch())];
    session.dispose();
    session.dispose();
    return Promise.all([...waiting, message(session.step(1))]);
  });
  expect(problems).toEqual(Array(3).fill("the training session has been disposed of"));
});
