import { expect, test } from "vitest";
import { uncertainty } from "../../web/src/text/en/uncertainty";

test.each([
  [0, "a 0"],
  [1, "a 1"],
  [8, "an 8"],
])("the article of %i", (digit, text) => {
  expect(uncertainty.truth(digit)).toBe(`It is ${text}.`);
  expect(uncertainty.digit(digit, 2)).toBe(`Digit 2, ${text}`);
});
