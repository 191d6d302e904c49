import { expect, test } from "vitest";
import type { JobOptions, Progress } from "../../web/src/api/core/types";
import { promiseCache } from "../../web/src/figures/networks/promise_cache";

/** Jobs that finish when they are told to. */
function jobs() {
  const started: { job: JobOptions; finish: (result: string) => void; fail: (e: Error) => void }[] =
    [];
  const start = (job: JobOptions) =>
    new Promise<string>((finish, fail) => {
      job.signal!.addEventListener("abort", () => fail(job.signal!.reason));
      started.push({ job, finish, fail });
    });
  return { started, start };
}

test("a job is done once for all who ask while it runs, and afterwards", async () => {
  const { started, start } = jobs();
  const { get } = promiseCache<string>(1);
  const both = [get("a", start, {}), get("a", start, {})];
  expect(started).toHaveLength(1);
  started[0]!.finish("done");
  expect(await Promise.all(both)).toEqual(["done", "done"]);
  expect(await get("a", start, {})).toBe("done");
  expect(started).toHaveLength(1);
});

test("everyone who waits is told of the progress, from where it is", async () => {
  const { started, start } = jobs();
  const { get } = promiseCache<string>(1);
  const told: Record<string, Progress[]> = { first: [], second: [] };
  const listen = (name: string) => ({ onProgress: (now: Progress) => told[name]!.push(now) });
  const half = { fraction: 0.5, seconds_left: 2 };
  const most = { fraction: 0.8, seconds_left: 1 };
  const first = get("a", start, listen("first"));
  started[0]!.job.onProgress!(half);
  const second = get("a", start, listen("second"));
  started[0]!.job.onProgress!(most);
  expect(told).toEqual({ first: [half, most], second: [half, most] });
  started[0]!.finish("done");
  await Promise.all([first, second]);
});

test("who leaves is answered at once, and the job is aborted when the last one has left", async () => {
  const { started, start } = jobs();
  const { get } = promiseCache<string>(1);
  const [one, two] = [new AbortController(), new AbortController()];
  const first = get("a", start, { signal: one.signal });
  const second = get("a", start, { signal: two.signal });
  one.abort(new Error("enough"));
  await expect(first).rejects.toThrow("enough");
  expect(started[0]!.job.signal!.aborted).toBe(false);
  two.abort(new Error("that is all"));
  await expect(second).rejects.toThrow("that is all");
  expect(started[0]!.job.signal!.aborted).toBe(true);
  const again = get("a", start, {});
  expect(started).toHaveLength(2);
  started[1]!.finish("again");
  expect(await again).toBe("again");
});

test("who comes as the last one leaves keeps the job", async () => {
  const { started, start } = jobs();
  const { get } = promiseCache<string>(1);
  const controller = new AbortController();
  const first = get("a", start, { signal: controller.signal });
  controller.abort(new Error("enough"));
  const second = get("a", start, {});
  await expect(first).rejects.toThrow("enough");
  started[0]!.finish("done");
  expect(await second).toBe("done");
  expect(started).toHaveLength(1);
});

test("who has given up before asking starts nothing", async () => {
  const { started, start } = jobs();
  const signal = AbortSignal.abort(new Error("too late"));
  await expect(promiseCache<string>(1).get("a", start, { signal })).rejects.toThrow("too late");
  expect(started).toHaveLength(0);
});

test("a job that failed is done again", async () => {
  const { started, start } = jobs();
  const { get } = promiseCache<string>(1);
  const both = [get("a", start, {}), get("a", start, {})];
  started[0]!.fail(new Error("no luck"));
  for (const asked of both) await expect(asked).rejects.toThrow("no luck");
  const again = get("a", start, {});
  started[1]!.finish("done");
  expect(await again).toBe("done");
});

test("the results that were asked for last are kept, and those that came about elsewhere", async () => {
  const done: string[] = [];
  const { get, set } = promiseCache<string>(2);
  const result = (key: string) =>
    get(
      key,
      async () => {
        done.push(key);
        return key;
      },
      {},
    );
  for (const key of ["a", "b", "a", "c", "a", "b"]) expect(await result(key)).toBe(key);
  expect(done).toEqual(["a", "b", "c", "b"]);
  set("d", "given");
  expect(await result("d")).toBe("given");
  expect(done).toHaveLength(4);
});

test("jobs that run are kept, however many they are", async () => {
  const { started, start } = jobs();
  const { get } = promiseCache<string>(1);
  const keys = ["a", "b", "c"];
  const all = [...keys, ...keys].map((key) => get(key, start, {}));
  expect(started).toHaveLength(3);
  for (const { finish } of started) finish("done");
  expect(await Promise.all(all)).toEqual(Array(6).fill("done"));
});
