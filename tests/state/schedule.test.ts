import { expect, test } from "vitest";
import { networksEvery, schedule } from "../../web/src/figures/networks/schedule";
import { spread } from "../../web/src/figures/training/labels";

test("a run is looked at from its start to its end, after whole epochs, ever less often", () => {
  for (const epochs of [1, 3, 30, 300, 2000]) {
    const points = schedule(epochs, 5);
    expect(points[0]).toBe(0);
    expect(points.at(-1)).toBe(5 * epochs);
    expect(points.length).toBeLessThanOrEqual(61);
    const steps = points.slice(1).map((point, i) => point - points[i]!);
    expect(steps.every((step) => step > 0 && step % 5 === 0)).toBe(true);
    expect(steps.at(-1)).toBe(Math.max(...steps));
  }
  expect(schedule(30, 2)).toEqual(Array.from({ length: 31 }, (_, epoch) => 2 * epoch));
});

test("large networks are kept at fewer points", () => {
  expect(networksEvery(120, 17_000)).toBe(1);
  expect(networksEvery(120, 1_000_000)).toBe(15);
});

test("labels stand near what they name, and never on each other", () => {
  const y = [50, 52, 51, 200, 299];
  const places = spread(
    y.map((y) => ({ y })),
    20,
    10,
    300,
  );
  const sorted = [...places].sort((a, b) => a - b);
  expect(sorted.slice(1).every((place, i) => place - sorted[i]! >= 20 - 1e-9)).toBe(true);
  expect(Math.min(...places)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...places)).toBeLessThanOrEqual(300);
  // In the order of what they name.
  expect(places[0]).toBeLessThan(places[2]!);
  expect(places[2]).toBeLessThan(places[1]!);
  expect(places[3]).toBe(200);
  expect(spread([{ y: 5 }, { y: 6 }], 20, 10, 300)).toEqual([10, 30]);
});
