// What masks do, one layer at a time, is what can be put together from `masks`.
import { describe, expect, test } from "vitest";
import type { ScalingRule } from "../../web/src/api/dropout";
import { generators } from "../names";
import { loadDropout } from "./core";

const dropout = await loadDropout();

const settings = generators.flatMap((generator) =>
  [0.2, 0.8].map((p_drop) => ({ generator, p_drop, seed: 12 })),
);

describe.each(settings)("with $generator and p_drop $p_drop", (seeded) => {
  test.each([
    { units: 1, trials: 1 },
    { units: 4, trials: 1000 },
    { units: 1000, trials: 200 },
  ])("units dropped of $units in $trials trials", async ({ units, trials }) => {
    const masks = dropout.masks({ ...seeded, samples: trials, units });
    const dropped = masks.map((mask) => mask.filter((keep) => keep === 0).length);
    const result = await dropout.droppedUnits({ ...seeded, units, trials });
    const counts = Array<number>(units + 1).fill(0);
    for (const number of dropped) ++counts[number]!;
    expect(result.counts).toEqual(counts);
    expect(result.smallest).toBe(Math.min(...dropped));
    expect(result.largest).toBe(Math.max(...dropped));
    expect(result.mean_dropped).toBeCloseTo(dropped.reduce((a, b) => a + b) / trials, 11);
    expect(result.none_kept).toBe(counts[units]);
    expect(result.binomial.length).toBe(units + 1);
    const mean = result.binomial.reduce((sum, probability, k) => sum + k * probability, 0);
    expect(mean / (units * seeded.p_drop)).toBeCloseTo(1, 11);
    expect(result.log10_probability_all_dropped).toBeCloseTo(units * Math.log10(seeded.p_drop), 10);
  });

  test("no trials", async () => {
    const { binomial, ...rest } = await dropout.droppedUnits({ ...seeded, units: 1, trials: 0 });
    expect(rest).toEqual({
      counts: [0, 0],
      smallest: null,
      largest: null,
      mean_dropped: null,
      none_kept: 0,
      probability_all_dropped: seeded.p_drop,
      log10_probability_all_dropped: Math.log10(seeded.p_drop),
    });
    expect(binomial[1]).toBeCloseTo(seeded.p_drop, 14);
  });

  const p_keep = 1 - seeded.p_drop;
  test.each<[ScalingRule, number, number]>([
    ["none", 1, 1],
    ["inverted", 1 / p_keep, 1],
    ["paper", 1, p_keep],
    ["inverted-by-p-drop", 1 / seeded.p_drop, 1],
    ["multiplied-by-p-drop", 1, seeded.p_drop],
    ["scaled-twice", 1 / p_keep, p_keep],
    ["left-on", 1 / p_keep, 1 / p_keep],
  ])("the rule %s", (rule, training_factor, test_factor) => {
    const activations = [1.5, -2, 0.25];
    const samples = 20;
    const result = dropout.scaling({ ...seeded, rule, activations, samples });
    const masked = (mask: number[], factor: number) =>
      mask.map((keep, unit) => keep * factor * activations[unit]!);
    const masks = dropout.masks({ ...seeded, samples, units: 3 });
    expect(result.training).toEqual(masks.map((mask) => masked(mask, training_factor)));
    expect(result).toMatchObject({ training_factor, test_factor });
    expect(result.is_correct).toBe(rule === "inverted" || rule === "paper");
    activations.forEach((activation, unit) => {
      const expected = p_keep * training_factor * activation;
      expect(result.expected_training[unit]).toBeCloseTo(expected, 13);
      expect(expected / result.test[unit]!).toBeCloseTo(result.training_to_test, 13);
      const sum = result.training.reduce((total, row) => total + row[unit]!, 0);
      expect(result.running_mean.at(-1)![unit]).toBeCloseTo(sum / samples, 13);
    });
    expect(result.masked_at_test).toBe(rule === "left-on");
    expect(result.test_samples?.length).toBe(rule === "left-on" ? samples : undefined);
    // Without MKL, whose generator is seeded anew for each mask, two masks are one of both lengths.
    if (!result.test_samples || seeded.generator === "torch-intel") return;
    const both = dropout.masks({ ...seeded, samples: 2 * samples, units: 3 });
    expect(result.test_samples).toEqual(
      both.slice(samples).map((mask) => masked(mask, test_factor)),
    );
  });
});

test("both wrong probabilities are right at p_drop 0.5", () => {
  const isCorrect = (rule: ScalingRule) =>
    dropout.scaling({
      generator: "torch",
      seed: 1,
      rule,
      activations: [2],
      p_drop: 0.5,
      samples: 1,
    }).is_correct;
  expect(isCorrect("inverted-by-p-drop")).toBe(true);
  expect(isCorrect("multiplied-by-p-drop")).toBe(true);
  expect(isCorrect("left-on")).toBe(false);
});

test("a probability too small for a number has a logarithm", async () => {
  const result = await dropout.droppedUnits({ ...settings[0]!, units: 1000, trials: 1 });
  expect(result.probability_all_dropped).toBe(0);
  expect(result.log10_probability_all_dropped).toBeCloseTo(-698.9700043360188, 10);
});

test("die rolls are whole numbers with a running mean", () => {
  const seed = 2014;
  const { rolls, running_mean, expected } = dropout.dieRolls({
    generator: "numpy",
    seed,
    sides: 6,
    rolls: 10_000,
  });
  expect([...new Set(rolls)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  let sum = 0;
  expect(running_mean).toEqual(rolls.map((roll, k) => (sum += roll) / (k + 1)));
  expect(expected).toBe(3.5);
  // The mean's standard deviation is √(35 / 12 / 10,000) = 0.017.
  expect(Math.abs(running_mean.at(-1)! - 3.5)).toBeLessThan(5 * 0.0171);
});
