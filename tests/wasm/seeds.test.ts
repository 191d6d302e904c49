// Every seed that PyTorch takes, as a number or a BigInt, in every function that takes one.
import { describe, expect, test } from "vitest";
import type { CoreModule, CoreTraining } from "../../web/src/api/core/module";
import type { Generator, Seed } from "../../web/src/api/dropout";
import { laterSeed } from "../../web/src/api/input/seeds";
import { torchGenerators } from "../names";
import { callsOf } from "./calls";
import { golden, instantiateCore } from "./core";
import { any, dropout, expectThrown, network } from "./refusals";

interface SeedCase {
  /** Digits: JSON has no exact number for all of them. */
  seed: string;
  p_drop: number;
  shape: [number, number];
  keep_mask: string[];
}
const cases = golden<{ any_seeds: SeedCase[] }>("torch_masks.json").any_seeds;
const highest = 18446744073709551615n;
const lowest = -9223372036854775808n;

test.each(cases)("PyTorch's masks, seed $seed, p_drop $p_drop", ({ seed, p_drop, ...expected }) => {
  const [samples, units] = expected.shape;
  const masks = (seed: Seed) =>
    dropout.masks({ generator: "torch", seed, p_drop, samples, units }).map((row) => row.join(""));
  expect(masks(BigInt(seed))).toEqual(expected.keep_mask);
  if (Number.isSafeInteger(Number(seed))) {
    expect(masks(Number(seed))).toEqual(expected.keep_mask);
  }
});

// Two seeds with the same lowest 32 bits, which are all that PyTorch uses.
test.each<[Seed, Seed]>([
  [-1, 4294967295],
  [-1n, 4294967295],
  [highest, -1],
  [2 ** 32 + 5, 5],
  [5n, 5],
  [0n, -0],
  [lowest, 0],
  [lowest + 7n, 7],
  [12345678901234567890n, Number(12345678901234567890n % 2n ** 32n)],
  [9007199254740993n, 1],
])("seed %s is %s for PyTorch", (seed, same) => {
  for (const generator of torchGenerators) {
    const rolls = (seed: Seed) =>
      dropout.dieRolls({ generator, seed, sides: 100, rolls: 20 }).rolls;
    expect(rolls(seed)).toEqual(rolls(same));
  }
});

test("NumPy takes its seeds as BigInts, too", () => {
  const order = (seed: Seed) => dropout.permutation({ generator: "numpy", seed, samples: 30 });
  expect(order(4294967295n)).toEqual(order(4294967295));
  expect(order(4294967295n)).not.toEqual(order(0));
});

describe("every function that takes a seed", async () => {
  const { core } = await instantiateCore();
  const calls = callsOf(core);
  const isSeeded = (given: unknown): given is object =>
    typeof given === "object" && Object.hasOwn(given!, "seed");
  const seeded = (Object.keys(calls) as (keyof CoreModule)[]).filter((name) =>
    calls[name].some(isSeeded),
  );

  function called(name: keyof CoreModule, generator: Generator, seed: unknown): unknown {
    const given = calls[name].map((part: unknown) =>
      isSeeded(part) ? { ...part, generator, seed } : part,
    );
    const result = (core[name] as (...given: unknown[]) => unknown)(...given);
    if (name !== "train" || result instanceof Error) return result;
    const session = result as CoreTraining;
    const batch = session.nextBatch();
    session.delete();
    return batch;
  }

  test.each(seeded)("%s", (name) => {
    for (const generator of torchGenerators) {
      const usual = called(name, generator, 4294967295);
      expect(usual).not.toBeInstanceOf(Error);
      for (const seed of [-1, -1n, highest]) {
        expect(called(name, generator, seed)).toEqual(usual);
      }
      for (const seed of [highest + 1n, lowest - 1n, 2 ** 53, 0.5, NaN, "1", null, undefined]) {
        expect(called(name, generator, seed)).toMatchObject({ field: "seed" });
      }
    }
    expect(called(name, "numpy", 7n)).toEqual(called(name, "numpy", 7));
    for (const seed of [-1, -1n, 2 ** 32, 2n ** 32n, highest]) {
      expect(called(name, "numpy", seed)).toMatchObject({ field: "seed" });
    }
  });
});

describe("long jobs", () => {
  const generator = "torch";

  test("take BigInts", async () => {
    const mean = async (seed: Seed) =>
      (await dropout.monteCarlo(network, [1, 2], { generator, seed, samples: 50 })).running_mean;
    expect(await mean(highest)).toEqual(await mean(4294967295));
    const counts = async (seed: Seed) =>
      (await dropout.droppedUnits({ generator, seed, p_drop: 0.2, units: 9, trials: 99 })).counts;
    expect(await counts(lowest + 3n)).toEqual(await counts(3));
  });

  test.each<[Seed, Seed]>([
    [-1, highest],
    [Number.MAX_SAFE_INTEGER, 9007199254740991n],
  ])("from seed %s, runs have the seeds that follow", async (seed, same) => {
    const samples = { inputs: [[1, 2]], targets: [[1]], loss: "binary_cross_entropy" as const };
    const errors = async (seed: Seed, repeats: number) =>
      dropout.monteCarloEvaluation(any(network), any(samples), {
        generator,
        seed,
        subnetworks: 4,
        repeats,
      });
    expect(await errors(seed, 3)).toEqual(await errors(same, 3));
    // The mean over runs is that of each run alone.
    const alone = await Promise.all(
      [0, 1, 2].map(async (run) => (await errors(laterSeed(seed, run), 1)).mean_error),
    );
    const { mean_error } = await errors(seed, 3);
    mean_error.forEach((mean, k) => {
      const sum = alone.reduce((total, error) => total + error[k]!, 0);
      expect(mean).toBeCloseTo(sum / 3, 12);
    });
  });
});

const masks = { p_drop: 0.2, samples: 2, units: 3 };
const torch = (seed: unknown) => (d: typeof dropout) =>
  d.masks({ ...masks, generator: "torch", seed: any(seed) });
const numpy = (seed: unknown) => (d: typeof dropout) =>
  d.masks({ ...masks, generator: "numpy", seed: any(seed) });
const range = "seed must be a whole number from -9223372036854775808 to 18446744073709551615, got ";
const numpyRange = "seed must be a whole number from 0 to 4294967295 for NumPy, got ";
const inexact =
  "seed must be a BigInt, such as 12345678901234567890n, below -9007199254740991 or above 9007199254740991, got the number ";

expectThrown([
  ["a BigInt above", torch(highest + 1n), RangeError, `${range}18446744073709551616`],
  ["a BigInt below", torch(lowest - 1n), RangeError, `${range}-9223372036854775809`],
  ["an enormous BigInt", torch(10n ** 5000n), RangeError, `${range}1${"0".repeat(39)}…`],
  ["a number that is not exact", torch(2 ** 53), RangeError, `${inexact}9007199254740992`],
  ["one below 0", torch(-(2 ** 53)), RangeError, `${inexact}-9007199254740992`],
  ["a number above", torch(2 ** 64), RangeError, `${range}1.8446744073709552e+19`],
  ["a fraction", torch(0.5), RangeError, `${range}0.5`],
  ["a tiny fraction", torch(1e-300), RangeError, `${range}1e-300`],
  ["NaN", torch(NaN), RangeError, `${range}NaN`],
  ["a text", torch("1"), TypeError, 'seed must be a whole number, got "1"'],
  ["an object", torch(Object(1n)), TypeError, "seed must be a whole number, got an object"],
  ["-1 for NumPy", numpy(-1), RangeError, `${numpyRange}-1`],
  ["-1n for NumPy", numpy(-1n), RangeError, `${numpyRange}-1`],
  ["2^32 for NumPy", numpy(2 ** 32), RangeError, `${numpyRange}4294967296`],
  ["2n ** 32n for NumPy", numpy(2n ** 32n), RangeError, `${numpyRange}4294967296`],
  ["2^53 for NumPy", numpy(2 ** 53), RangeError, `${numpyRange}9007199254740992`],
  ["2n ** 64n for NumPy", numpy(2n ** 64n), RangeError, `${numpyRange}18446744073709551616`],
]);
