import { expect, test } from "vitest";
import { pathThrough } from "../../web/src/ui/chart/path";
import { scaleLinear, scaleLog, ticksOf } from "../../web/src/ui/chart/scale";

const labels = (...given: Parameters<typeof ticksOf>) =>
  ticksOf(...given).map(({ label }) => label);

test("a linear scale goes both ways, also from bottom to top", () => {
  const y = scaleLinear([-1, 3], [230, 30]);
  expect([-1, 0, 1, 3, 5].map(y)).toEqual([230, 180, 130, 30, -70]);
  expect([230, 180, 130, 30].map(y.invert)).toEqual([-1, 0, 1, 3]);
  expect(y(NaN)).toBeNaN();
  expect(y.over([0, 1])(1)).toBe(0.5);
  expect(y.domain()).toEqual([-1, 3]);
});

test("a clamped scale draws what is outside at its ends", () => {
  const x = scaleLinear([0, 1], [10, 20]).clamped();
  expect([-7, 0.5, Infinity].map(x)).toEqual([10, 15, 20]);
  expect(scaleLog([1, 100], [0, 200]).clamped()(0)).toBe(0);
});

test("where there is only one number, it is in the middle", () => {
  expect(scaleLinear([2, 2], [10, 20])(2)).toBe(15);
});

test("a logarithmic scale has equal ratios equally far apart", () => {
  const x = scaleLog([1, 1000], [0, 300]);
  expect([1, 10, 100, 1000].map((value) => x(value))).toEqual([0, 100, 200, 300].map(near));
  expect(x.invert(150)).toBeCloseTo(Math.sqrt(1000), 10);
  expect(scaleLog([3, 450], [0, 1]).nice().domain()).toEqual([1, 1000]);
});

const near = (value: number) => expect.closeTo(value, 9) as number;

test("a nice scale goes from a round number to a round number", () => {
  expect(scaleLinear([0.13, 4.91], [0, 1]).nice().domain()).toEqual([0, 5]);
  expect(scaleLinear([-21, 9], [0, 1]).nice().domain()).toEqual([-25, 10]);
});

test("ticks are round, as many as there is room for, and their labels tell them apart", () => {
  const wide = scaleLinear([0, 1], [0, 500]);
  expect(labels(wide, 80)).toEqual(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
  expect(labels(wide, 250)).toEqual(["0.0", "0.5", "1.0"]);
  expect(labels(wide, 250, "%")).toEqual(["0%", "50%", "100%"]);
  expect(labels(scaleLinear([-1, 0.5], [200, 0]), 80)).toEqual(["−1", "0"]);
  expect(labels(scaleLinear([0, 0.03], [0, 200]), 80, "~%")).toEqual(["0%", "2%"]);
  expect(labels(scaleLinear([0, 20_000], [0, 200]), 100)).toEqual(["0", "10,000", "20,000"]);
  expect(labels(scaleLinear([0, 300_000], [0, 240]), 80)).toEqual(["0e+0", "1e+5", "2e+5", "3e+5"]);
  expect(labels(scaleLinear([0, 6e-22], [0, 240]), 80)).toEqual([
    "0e+0",
    "2e-22",
    "4e-22",
    "6e-22",
  ]);
});

test("between numbers that are all but 0 there are no ticks", () => {
  expect(labels(scaleLinear([0, 5e-310], [0, 500]), 80)).toEqual([]);
  expect(labels(scaleLog([1e-310, 5e-310], [0, 500]), 80)).toEqual([]);
});

test("ticks of a logarithmic scale are powers of ten, where it has two", () => {
  expect(labels(scaleLog([0.001, 1000], [0, 300]), 90)).toEqual(["0.01", "1", "100"]);
  expect(labels(scaleLog([1, 1e6], [0, 300]), 90)).toEqual(["1e+0", "1e+2", "1e+4", "1e+6"]);
  expect(labels(scaleLog([2, 9], [0, 300]), 90)).toEqual(["2", "4", "6", "8"]);
});

test("a path goes through its points", () => {
  const x = scaleLinear([0, 3], [0, 1]);
  const y = scaleLinear([0, 1], [10, 0]);
  expect(pathThrough([], x, y)).toBe("");
  expect(
    pathThrough(
      [
        [1, 0],
        [3, 0.5],
      ],
      x,
      y,
    ),
  ).toBe("M0.333,10L1,5");
});
