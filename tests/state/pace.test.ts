import { expect, test } from "vitest";
import { secondsLeft } from "../../web/src/api/pool/pace";

test("the rest takes as long as the pace between two marks says", () => {
  expect(secondsLeft({ done: 0, time: 0 }, { done: 5, time: 1000 }, 20)).toBe(3);
  // A start of 40 seconds before the first piece is none of the rest's.
  expect(secondsLeft({ done: 1, time: 40_000 }, { done: 11, time: 40_100 }, 111)).toBeCloseTo(1);
  // Nor is what was done before training went on.
  expect(secondsLeft({ done: 1000, time: 0 }, { done: 1010, time: 1000 }, 1030)).toBe(2);
});

test("nothing is said before anything is done, nor after the end", () => {
  const mark = { done: 5, time: 1000 };
  expect(secondsLeft(mark, mark, 20)).toBeUndefined();
  expect(secondsLeft(mark, { done: 0, time: 2000 }, 20)).toBeUndefined();
  expect(secondsLeft({ done: 0, time: 0 }, mark, 5)).toBe(0);
  // A run that was made shorter.
  expect(secondsLeft({ done: 0, time: 0 }, mark, 3)).toBe(0);
});
