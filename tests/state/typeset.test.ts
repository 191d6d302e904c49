import { expect, test } from "vitest";
import { typeset } from "../../web/src/text/typeset";

test("names of probabilities in plain text are set as everywhere else", () => {
  expect(typeset("The error for every p_drop")).toBe("The error for every <i>p</i><sub>drop</sub>");
  expect(typeset("p_keep = 1 - p_drop")).toBe(
    "<i>p</i><sub>keep</sub> = 1 - <i>p</i><sub>drop</sub>",
  );
  expect(typeset("epochs of up_drop and p_dropped")).toBe("epochs of up_drop and p_dropped");
});
