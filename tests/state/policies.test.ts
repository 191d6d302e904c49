import { expect, test, vi } from "vitest";
import {
  conflated,
  debounceIfSlow,
  latest,
  latestOnly,
  type Policy,
} from "../../web/src/figures/shared/policies";

/** Jobs that finish when they are told to. */
function jobs() {
  const started: {
    name: string;
    signal: AbortSignal;
    finish: (result: string) => void;
    fail: (error: Error) => void;
  }[] = [];
  const job = (name: string) => (signal: AbortSignal) =>
    new Promise<string>((finish, fail) => started.push({ name, signal, finish, fail }));
  const names = () => started.map(({ name }) => name);
  return { started, job, names };
}

/** Long enough for everything that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const policies: [string, Policy][] = [
  ["latestOnly", latestOnly],
  ["latest", latest],
  ["conflated", conflated],
];

test.each(policies)(
  "%s gives what a job gives, undefined too, and how it fails",
  async (_, policy) => {
    const { run } = policy();
    expect(await run(async () => "done")).toEqual({ result: "done" });
    expect(await run(async () => undefined)).toEqual({ result: undefined });
    await expect(run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await run(async () => "again")).toEqual({ result: "again" });
  },
);

test.each(policies)("%s: a cancelled job is aborted, and gives nothing", async (_, policy) => {
  const { started, job } = jobs();
  const { run, cancel } = policy();
  const answers = [run(job("a"))];
  await settled();
  cancel();
  expect(started[0]!.signal.aborted).toBe(true);
  started[0]!.finish("late");
  expect(await answers[0]).toBeUndefined();
  const failing = run(job("b"));
  await settled();
  cancel();
  started[1]!.fail(new Error("late, too"));
  expect(await failing).toBeUndefined();
});

test("latestOnly: a newer job aborts the one before it, and starts at once", async () => {
  const { started, job, names } = jobs();
  const { run } = latestOnly();
  const first = run(job("a"));
  const second = run(job("b"));
  expect(names()).toEqual(["a", "b"]);
  expect(started.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  started[0]!.finish("old");
  started[1]!.finish("new");
  expect(await first).toBeUndefined();
  expect(await second).toEqual({ result: "new" });
});

test("conflated: a job is finished, then the newest of those that came meanwhile runs", async () => {
  const { started, job, names } = jobs();
  const { run } = conflated();
  const answers = ["a", "b", "c"].map((name, i) => (i === 0 ? run(job(name)) : undefined));
  await settled();
  answers[1] = run(job("b"));
  answers[2] = run(job("c"));
  await settled();
  expect(names()).toEqual(["a"]);
  expect(started[0]!.signal.aborted).toBe(false);
  started[0]!.finish("first");
  expect(await answers[0]).toEqual({ result: "first" });
  expect(await answers[1]).toBeUndefined();
  await settled();
  expect(names()).toEqual(["a", "c"]);
  started[1]!.fail(new Error("no"));
  await expect(answers[2]).rejects.toThrow("no");
  // A failure holds up nothing.
  const next = run(job("d"));
  await settled();
  started[2]!.finish("last");
  expect(await next).toEqual({ result: "last" });
});

test("conflated: what waits is dropped when all is cancelled", async () => {
  const { started, job, names } = jobs();
  const { run, cancel } = conflated();
  void run(job("a"));
  await settled();
  const waiting = run(job("b"));
  cancel();
  started[0]!.finish("late");
  expect(await waiting).toBeUndefined();
  expect(names()).toEqual(["a"]);
});

test("only jobs that take long wait, and only in quick succession", async () => {
  vi.useFakeTimers();
  try {
    const { started, job, names } = jobs();
    const { run } = debounceIfSlow(latestOnly());
    const quick = run(job("quick"));
    started[0]!.finish("");
    await quick;
    const slow = run(job("slow"));
    expect(names()).toEqual(["quick", "slow"]);
    vi.advanceTimersByTime(100);
    started[1]!.finish("");
    await slow;

    // The hand moves on: of those, only the last is computed.
    const moving = [run(job("moving")), run(job("resting"))];
    await vi.advanceTimersByTimeAsync(100);
    expect(names()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(names().slice(2)).toEqual(["resting"]);
    expect(await moving[0]).toBeUndefined();
    started[2]!.finish("");
    await moving[1];

    // After a rest, no job waits.
    await vi.advanceTimersByTimeAsync(1000);
    void run(job("later"));
    expect(names().at(-1)).toBe("later");
  } finally {
    vi.useRealTimers();
  }
});
