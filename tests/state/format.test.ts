import { expect, test } from "vitest";
import { exactly, difference, printed } from "../../web/src/figures/averages/quantity";
import { significant } from "../../web/src/text/format";

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
