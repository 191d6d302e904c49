// Whatever other people's pages pass: a finite result, or an error that names what is wrong with it.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoreModule, CoreTraining } from "../../web/src/api/core/module";
import { check } from "../properties";
import { activations, averagingMethods, generators, losses, scalingRules } from "../names";
import { callsOf } from "./calls";
import { instantiateCore } from "./core";

const { core, memory } = await instantiateCore();

const calls = callsOf(core);

type Path = (string | number)[];

/** Every place in a value, itself among them. */
function paths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

// Not so large that a call would take long where it is allowed.
const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 300 }),
  fc.constantFrom(2 ** 53, -0, 1e-300, 1 - 2 ** -53),
  // Of these, products and sums overflow.
  fc.constantFrom(1e154, 1e300, Number.MAX_VALUE, -Number.MAX_VALUE),
);
const foreign = fc.oneof(
  { weight: 3, arbitrary: number },
  fc.bigInt({ min: -(2n ** 64n), max: 2n ** 65n }),
  fc.constantFrom(...activations, ...generators, ...losses, ...averagingMethods, ...scalingRules),
  fc.constantFrom("", null, undefined, true),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.oneof(number, fc.array(number, { maxLength: 3 })), { maxLength: 4 }),
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withBoxedValues: true,
  }),
);

/** The numbers that need not be finite, as their types say, in the results of some functions. */
const unlimited: Partial<Record<keyof CoreModule, RegExp>> = {
  monteCarlo: /^standard_error\.0\./,
  monteCarloError: /^crossing$/,
  droppedUnits: /^log10_probability_all_dropped$/,
  scaling: /^training_to_test$/,
  monteCarloEvaluation: /^error_deviation\./,
  train: /^state\.(training|test)\.loss$|^state\.batch_loss$/,
};

/** What a session gives, which holds numbers only behind its methods. */
function resultsOf(result: unknown): unknown {
  if (typeof result !== "object" || result === null || !("nextBatch" in result)) return result;
  const session = result as CoreTraining;
  const results = { batch: session.nextBatch(), made: session.step(2), state: session.state() };
  const all = { ...results, snapshot: session.snapshot() };
  session.delete();
  return all;
}

/** Where a result holds a number that is not finite, nothing, or an error. */
function notFinite(name: keyof CoreModule, result: unknown): string[] {
  const isWrong = (path: Path) => {
    const value = path.reduce((part, key) => (part as Record<string, unknown>)[key]!, result);
    return (
      (typeof value === "number" && !Number.isFinite(value)) ||
      value === undefined ||
      value instanceof Error
    );
  };
  return paths(result)
    .filter(isWrong)
    .map((path) => path.join("."))
    .filter((path) => !unlimited[name]?.test(path));
}

test.each(Object.keys(calls) as (keyof CoreModule)[])("%s takes it or refuses it", (name) => {
  const call = core[name] as (...given: unknown[]) => unknown;
  const usual = calls[name];
  expect(call(...usual), "with the usual arguments").not.toBeInstanceOf(Error);
  const before = memory.buffer.byteLength;
  const places = fc.constantFrom(...paths(usual).filter((path) => path.length > 0));
  const changes = fc.array(fc.tuple(places, foreign), { minLength: 1, maxLength: 2 });
  check(changes, (all) => {
    let given: unknown = usual;
    for (const [path, by] of all) {
      try {
        given = replaced(given, path, by);
      } catch {
        return; // the first change left no such place
      }
    }
    const result = call(...(given as unknown[]));
    if (!(result instanceof Error)) {
      expect(notFinite(name, resultsOf(result)), "numbers that are not finite").toEqual([]);
      return;
    }
    expect(["RangeError", "TypeError"]).toContain(result.name);
    const { field, message } = result as Error & { field: string };
    expect(field).not.toBe("");
    expect(message.startsWith(field)).toBe(true);
    expect(message.length).toBeLessThan(400);
  });
  expect(call(...usual), "afterwards").not.toBeInstanceOf(Error);
  expect(memory.buffer.byteLength - before).toBeLessThan(64 * 2 ** 20);
});
