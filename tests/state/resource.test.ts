import { flushSync } from "svelte";
import { expect, onTestFinished, test } from "vitest";
import { requests } from "./requests.svelte";
import { conflated, latestOnly } from "../../web/src/figures/shared/policies";

const settled = () => new Promise((resolve) => setTimeout(resolve));
const half = { fraction: 0.5, seconds_left: 1 };

/** A resource of names, and the computations that it has started. */
function start(policy = latestOnly) {
  const opened = requests(policy);
  onTestFinished(opened.close);
  const ask = async (name: string | undefined) => {
    opened.ask(name);
    flushSync();
    await settled();
  };
  return { ...opened, ask };
}

test("an answer is shown once it is there, and stays until the next one", async () => {
  const { resource, started, ask } = start();
  expect([resource.shown, resource.isRunning]).toEqual([undefined, false]);
  await ask("a");
  expect([resource.isOutdated, resource.isRunning]).toEqual([true, true]);
  started[0]!.job.onProgress!(half);
  expect(resource.progress).toEqual(half);
  started[0]!.finish("A");
  await settled();
  expect([resource.shown, resource.isOutdated, resource.progress]).toEqual(["A", false, undefined]);
  await ask("b");
  expect([resource.shown, resource.isOutdated]).toEqual(["A", true]);
  // What an aborted computation says counts no more.
  await ask("c");
  expect(started[1]!.job.signal.aborted).toBe(true);
  started[1]!.job.onProgress!(half);
  expect(resource.progress).toBeUndefined();
  started[1]!.finish("B");
  started[2]!.finish("C");
  await settled();
  expect(resource.answered).toEqual({ request: { name: "c" }, result: "C" });
});

test("an error is the newest request's, and what failed can be asked again", async () => {
  const { resource, started, ask } = start();
  await ask("a");
  started[0]!.fail(new Error("not a"));
  await settled();
  expect([resource.error?.message, resource.isRunning]).toEqual(["not a", false]);
  resource.again();
  await settled();
  expect([resource.error, resource.isRunning]).toEqual([undefined, true]);
  started[1]!.fail(new Error("never"));
  await settled();
  expect(resource.error?.message).toBe("never");
  await ask("b");
  expect(resource.error).toBeUndefined();
});

test("what is cancelled is aborted, and can be asked again", async () => {
  const { resource, started, ask } = start();
  await ask("a");
  resource.cancel();
  expect([started[0]!.job.signal.aborted, resource.isRunning]).toEqual([true, false]);
  resource.again();
  await settled();
  expect([started.length, resource.isRunning]).toEqual([2, true]);
  // Nothing to ask, or no component any more: what runs is aborted, too.
  await ask(undefined);
  expect([started[1]!.job.signal.aborted, resource.isRunning]).toEqual([true, false]);
});

test("where requests wait for each other, each answer is shown, and errors stay until one", async () => {
  const { resource, started, ask } = start(conflated);
  await ask("a");
  await ask("b");
  await ask("c");
  expect(started.map(({ name }) => name)).toEqual(["a"]);
  started[0]!.finish("A");
  await settled();
  expect([resource.shown, resource.isOutdated]).toEqual(["A", true]);
  expect(started.map(({ name }) => name)).toEqual(["a", "c"]);
  started[1]!.fail(new Error("not c"));
  await settled();
  await ask("d");
  expect(resource.error?.message).toBe("not c");
  started[2]!.finish("D");
  await settled();
  expect([resource.shown, resource.error]).toEqual(["D", undefined]);
});

test("a resource that goes aborts what runs", async () => {
  const { started, ask, close } = start();
  await ask("a");
  close();
  expect(started[0]!.job.signal.aborted).toBe(true);
});
