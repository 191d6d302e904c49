import { expect, test } from "vitest";
import { fields } from "../../web/src/figures/counts/fields";

test("a bracket in a link has two ends in order, or there is none", () => {
  const { guess } = fields;
  expect(guess.fromText("30,70")).toEqual([30, 70]);
  expect(guess.fromText("30,30")).toEqual([30, 30]);
  expect(guess.fromText("")).toEqual([]);
  for (const text of ["70,30", "30", "1,2,3", "30,", "-1,5", "a,b"]) {
    expect(guess.fromText(text), text).toBeUndefined();
  }
});
