// 10,000 calls that succeed and 10,000 that fail leave the module's memory as it was.
import { expect, test } from "vitest";
import type { CoreModule } from "../../web/src/api/core/module";
import { callsOf } from "./calls";
import { instantiateCore } from "./core";

const calls = 10_000;
// About 8 kB in WebAssembly memory for each call: leaking it each time would be 80 MB, and a leak
// of the 560 bytes of stack that a throw once cost would run over the stack's end.
const width = 32;
const wide = {
  input_p_drop: 0.2,
  layers: [
    {
      weight: Array.from({ length: width }, () => Array<number>(width).fill(0.1)),
      bias: Array<number>(width).fill(0),
      activation: "identity" as const,
      p_drop: 0,
    },
  ],
};
const input = Array<number>(width).fill(1);

const sampling = { generator: "torch", seed: 1, samples: 2 } as const;

/** One update; who starts a session deletes it. */
function trained(core: CoreModule, input: number[]): unknown {
  const samples = { inputs: [input], targets: [input] };
  const session = core.train({
    ...{ network: wide, loss: "mean_squared_error", training: samples, test: samples },
    ...{ batch_size: 1, learning_rate: 0.01, momentum: 0.9, learning_rate_decay: 1 },
    ...{ weight_decay: 0, max_norm: 3, generator: "torch", seed: 1 },
  });
  if (session instanceof Error) return session;
  const updates = session.step(1);
  session.delete();
  return updates;
}

const functions: [string, (core: CoreModule, input: number[]) => unknown][] = [
  ["forward", (core, input) => core.forward(wide, [input], undefined)],
  [
    "gradients",
    (core, input) =>
      core.gradients(wide, { inputs: [input], targets: [input], loss: "mean_squared_error" }),
  ],
  ["averageChunks", (core, input) => core.averageChunks(wide, input, { first: 0, count: 1 })],
  ["monteCarlo", (core, input) => core.monteCarlo(wide, input, sampling)],
  [
    "sampledVotes",
    (core, input) =>
      core.sampledVotes(wide, [input], { generator: "torch", seed: 1, subnetworks: 2 }),
  ],
  ["outputSpread", (core, some) => core.outputSpread([input, some])],
  ["train", trained],
];

test.each(
  functions.flatMap(([name, call]) => [
    { name, call, outcome: "succeed", numbers: input },
    { name, call, outcome: "fail", numbers: input.slice(1) },
  ]),
)("calls of $name that $outcome", async ({ call, outcome, numbers }) => {
  const { core, memory } = await instantiateCore();
  const isError = outcome === "fail";
  for (let i = 0; i < 100; ++i) expect(call(core, numbers) instanceof Error).toBe(isError);
  const before = memory.buffer.byteLength;
  for (let i = 0; i < calls; ++i) {
    if (call(core, numbers) instanceof Error !== isError) {
      throw new Error(`call ${i} did not ${outcome}`);
    }
  }
  expect(memory.buffer.byteLength).toBe(before);
});

test("calls of all functions by turns, some of which fail", async () => {
  const { core, memory } = await instantiateCore();
  const all = Object.entries(callsOf(core)) as [keyof CoreModule, unknown[]][];
  const run = (count: number) => {
    let failed = 0;
    for (let i = 0; i < count; ++i) {
      const [name, given] = all[i % all.length]!;
      const [first, ...rest] = given;
      const isBroken = i % 5 === 0;
      const call = core[name] as (...given: unknown[]) => unknown;
      if (call(isBroken ? null : first, ...rest) instanceof Error) ++failed;
    }
    return failed;
  };
  const used = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    globalThis.gc!();
    return process.memoryUsage().heapUsed;
  };
  run(1000);
  const wasmBefore = memory.buffer.byteLength;
  const heapBefore = await used();
  expect(run(calls)).toBe(calls / 5);
  expect(memory.buffer.byteLength).toBe(wasmBefore);
  // 100 bytes for each call, where the smallest argument takes more.
  expect((await used()) - heapBefore).toBeLessThan(100 * calls);
});

test.each([
  ["succeed", 0.5],
  ["fail", 2],
])("no argument or result outlives calls that %s", async (_, p_drop) => {
  const { core } = await instantiateCore();
  const references: WeakRef<object>[] = [];
  for (let i = 0; i < 200; ++i) {
    const options = { generator: "torch", seed: i, p_drop, samples: 2, units: 2 } as const;
    references.push(new WeakRef(options), new WeakRef(core.masks(options)));
  }
  // A WeakRef keeps its target until the task that made it is over.
  await new Promise((resolve) => setTimeout(resolve));
  globalThis.gc!();
  // The last handles may still be on their way out.
  expect(references.filter((reference) => reference.deref()).length).toBeLessThan(10);
});
