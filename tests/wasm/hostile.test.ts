// Anything may be handed over. It is refused by name, and little of it is touched.
import { describe, expect, test } from "vitest";
import type { Dropout } from "../../web/src/api/dropout";
import { callsOf } from "./calls";
import { instantiateCore } from "./core";
import { dropout, network } from "./refusals";

const { core } = await instantiateCore();
const calls = callsOf(core);

/** What the API takes otherwise than the core, or what only the API has. */
const own = {
  monteCarloEvaluation: [
    ...calls.evaluate.slice(0, 2),
    { generator: "torch", seed: 1, subnetworks: 3, repeats: 2 },
  ],
  outputHistogram: calls.sampledDistribution,
};
/** The core's own, for jobs in pieces; `digits` and sessions take no arguments of this kind. */
const internal = ["averageChunks", "averageFromChunks", "monteCarloErrors", "digits"] as const;
type Named = typeof calls & typeof own;
type Name = Exclude<keyof Named & keyof Dropout, (typeof internal)[number]>;
const given: Record<Name, unknown[]> = { ...calls, ...own };
const names = (Object.keys(given) as Name[]).filter(
  (name) => name in dropout && !internal.includes(name as never),
);

type Path = (string | number)[];

/** Every place in a value; of arrays, only the first entry: the others are read as it is. */
function paths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries = Object.entries(value).slice(0, Array.isArray(value) && path.length > 0 ? 1 : 99);
  return [path, ...entries.flatMap(([key, part]) => paths(part, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

async function refusal(name: Name, values: unknown[]) {
  try {
    await (dropout[name] as (...values: unknown[]) => unknown)(...values);
    return undefined;
  } catch (error) {
    return error as Error & { field: string };
  }
}

/** Fails when more of it is read than whether it is an array, and how long. */
const lengthOnly = (length: number) =>
  new Proxy(Object.assign([] as number[], { length }), {
    get(target, key) {
      if (key !== "length") throw new Error(`${String(key)} was read`);
      return target.length;
    },
    ownKeys: () => {
      throw new Error("the keys were read");
    },
  });
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};
const cyclic = () => {
  const array: unknown[] = [];
  array.push(array, array);
  return array;
};

const hostile: [string, () => unknown][] = [
  ["an array of 2^32 - 1 holes", () => Object.assign([], { length: 2 ** 32 - 1 })],
  ["a row of 2^32 - 1 holes", () => [Object.assign([], { length: 2 ** 32 - 1 })]],
  ["a long array of which nothing may be read", () => lengthOnly(2 ** 32 - 1)],
  ["a long row of which nothing may be read", () => [lengthOnly(2 ** 32 - 1)]],
  ["300,000 of the same", () => Array(300_000).fill({})],
  ["3,000 × 20,000 shared rows", () => Array(3000).fill(Array(20_000).fill(0))],
  ["rows whose product is 0 in 32 bits", () => Array(65_536).fill(lengthOnly(65_536))],
  ["itself", cyclic],
  ["a revoked proxy", revoked],
  ["a row that is a revoked proxy", () => [revoked()]],
  ["a symbol", () => Symbol("s")],
  ["a row with a symbol", () => [[Symbol("s")]]],
  ["a BigInt", () => 10n ** 30n],
  ["a row with a BigInt", () => [[1n]]],
  ["a function", () => () => {}],
  ["a row with a function", () => [[() => {}]]],
  ["a text of a million characters", () => "a".repeat(1_000_000)],
  ["a text of emoji", () => "😀".repeat(1000)],
  ["an object without a prototype", () => Object.create(null)],
  ["a typed array", () => new Float64Array(3)],
  ["numbers that cannot be", () => [[NaN, Infinity, -0, -1e300]]],
];

describe.each(names)("%s", (name) => {
  const usual = given[name];
  const places = paths(usual).filter((path) => path.length > 0);

  test.each(hostile)("refuses %s anywhere, by name", async (_, make) => {
    const value = make();
    for (const path of places) {
      const error = await refusal(name, replaced(usual, path, value) as unknown[]);
      // -0 is 0, and nothing is wrong with an option left out, or with a member that is not read.
      if (error === undefined) continue;
      expect(["RangeError", "TypeError"], `${path}: ${error.message}`).toContain(error.name);
      expect(error.field, `${path}: ${error.message}`).toBeTruthy();
      expect(error.message.startsWith(error.field)).toBe(true);
      expect(error.message.length).toBeLessThan(400);
      expect(error.message).not.toMatch(/was read|were read/);
    }
  });

  test("names a member whose getter throws", async () => {
    const broken = new Error("broken");
    for (const [argument, key] of places.filter((path) => path.length === 2)) {
      const changed = [...usual];
      changed[argument as number] = Object.defineProperty(
        structuredClone(usual[argument as number]),
        key!,
        {
          enumerable: true,
          get() {
            throw broken;
          },
        },
      );
      const error = await refusal(name, changed);
      if (error === undefined) continue; // A member that the core does not need is not read.
      expect(error.message).toBe(`${error.field} must be readable, but reading it throws an error`);
      expect(error).toMatchObject({ name: "TypeError", cause: broken });
      expect(error.field).toContain(String(key));
    }
  });

  test("quotes a misspelt option in 40 characters", async () => {
    const options = usual.findIndex(
      (value) => typeof value === "object" && value !== null && "generator" in value,
    );
    if (options < 0) return;
    const changed = [...usual];
    changed[options] = { ...(usual[options] as object), ["x".repeat(1_000_000)]: 1 };
    const error = await refusal(name, changed);
    expect(error?.message).toBe(`options: there is no option "${"x".repeat(40)}…"`);
  });
});

test("every function with arguments is among them", () => {
  const withArguments = Object.keys(dropout).filter((name) => name !== "digits");
  expect([...names].sort()).toEqual(withArguments.sort());
});

test("inputs of the wrong width are refused by their first row", () => {
  const inputs = [[1, 2, 3]];
  Object.defineProperty(inputs, 1, { get: () => expect.fail("the second row was read") });
  const message = "inputs: 3 numbers in each sample, but the network has 2 inputs";
  expect(() => dropout.forward(network, inputs)).toThrow(message);
  const batch = { inputs, targets: [[1]], loss: "mean_squared_error" } as const;
  expect(() => dropout.gradients(network, batch)).toThrow(message);
});
