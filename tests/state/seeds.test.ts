import { expect, test } from "vitest";
import { numberFrom, typedSeed } from "../../web/src/ui/controls/number_from";
import { keyOf } from "../../web/src/figures/shared/key";
import { laterSeed, lowestBits } from "../../web/src/api/input/seeds";

const highest = 18446744073709551615n;
const lowest = -9223372036854775808n;

test.each([
  ["0", 0],
  ["-0", 0],
  ["12", 12],
  [" \u22121 ", -1],
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", 9007199254740993n],
  ["-9007199254740993", -9007199254740993n],
  ["18446744073709551615", highest],
  ["18446744073709551616", highest + 1n], // for the core to refuse
  ["1e3", 1000],
  ["1.5", 1.5],
  ["1e19", "1e19"],
  ["12345678901234567890.0", "12345678901234567890.0"],
  ["abc", "abc"],
  ["5n", "5n"],
  ["", ""],
])("%s typed as a seed", (text, seed) => {
  expect(typedSeed(text)).toBe(seed);
});

test("a number that is typed is a number", () => {
  expect(numberFrom("9007199254740993")).toBe(9007199254740992);
  expect(numberFrom("\u22120.5")).toBe(-0.5);
  for (const text of [
    "0x1",
    "0b1",
    "1e309",
    "-1e309",
    "1e-400",
    "Infinity",
    "",
    " ",
    "1_000",
    "0,3",
  ])
    expect(numberFrom(text)).toBe(text);
  for (const [text, value] of [
    ["1e-300", 1e-300],
    [".5", 0.5],
    ["5.", 5],
    ["0e9", 0],
    ["-0.0", -0],
    [" 1 ", 1],
  ] as const)
    expect(numberFrom(text)).toBe(value);
  expect(numberFrom("abc")).toBe("abc");
});

test.each([
  [1, 0, 1],
  [1, 4, 5],
  [-1, 1, 0],
  [Number.MAX_SAFE_INTEGER, 2, 9007199254740993n],
  [-9007199254740992n, 1, -9007199254740991],
  [lowest, 1, lowest + 1n],
  [highest - 1n, 1, highest],
  [highest, 1, 0],
  [highest, 1000, 999],
  [0.5, 1, 0.5],
  [NaN, 1, NaN],
  [2 ** 53, 1, 2 ** 53],
  [highest + 1n, 1, highest + 1n],
  ["1" as unknown as number, 1, "1"],
])("from seed %s, %d steps on", (seed, steps, later) => {
  expect(laterSeed(seed, steps)).toBe(later);
});

test("seeds of fewer bits", () => {
  expect(lowestBits(-1, 32)).toBe(4294967295);
  expect(lowestBits(highest, 32)).toBe(4294967295);
  expect(lowestBits(4294967301n, 32)).toBe(5);
  expect(lowestBits(lowest, 32)).toBe(0);
  expect(lowestBits(-1, 31)).toBe(2147483647);
});

test("settings are told apart by every digit of a seed", () => {
  expect(keyOf({ seed: highest })).toBe(keyOf({ seed: highest }));
  expect(keyOf({ seed: highest })).not.toBe(keyOf({ seed: highest - 1n }));
  expect(keyOf({ seed: 1n })).not.toBe(keyOf({ seed: 1 }));
});
