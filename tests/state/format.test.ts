import { expect, test } from "vitest";
import { exactly, difference, printed } from "../../web/src/figures/averages/quantity";
import { amount } from "../../web/src/text/amount";
import { compact, significant } from "../../web/src/text/format";

test.each([
  [0, 3, "0.00"],
  [1.25, 3, "1.25"],
  [-0.00012345, 3, "\u22120.000123"],
  [1.5e-12, 2, "0.0000000000015"],
  [2.0612e-21, 4, "2.061e\u221221"],
  [-2.0612e-21, 4, "\u22122.061e\u221221"],
])("%s in %i digits is %s", (value, digits, text) => {
  expect(significant(value, digits)).toBe(text);
});

test("improbable outputs are told apart by digits of their own", () => {
  const a = exactly(2.0612e-21, 2e-33);
  const s = exactly(1.1254e-21, 2e-33);
  expect(printed([a, s])).toEqual(["2.06120e\u221221", "1.12540e\u221221"]);
  expect(difference(a, s)).toBe("9.36e\u221222");
});

test.each([
  [0, "0"],
  [0.2 + 0.1, "0.3"],
  [123456, "123460"],
  [-9007199254740992, "\u22129.0072e+15"],
  [1e7, "1e+7"],
])("%s in short is %s", (value, text) => {
  expect(compact(value)).toBe(text);
});

test.each([
  [0, "0"],
  [1.25, "1.25"],
  [1 / 3, "0.333"],
  [0.0001, "1e\u22124"],
  [2 ** -53, "1e\u221216"],
])("%s of something is %s", (value, text) => {
  expect(amount(value)).toBe(text);
});
