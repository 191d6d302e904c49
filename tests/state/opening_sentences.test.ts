import { expect, test } from "vitest";
import { answerOf, partOf } from "../../web/src/figures/hook/sentences";

test.each([0, 1e-300, 0.004, 0.2, 0.5, 0.95, 0.996, 1 - 2 ** -53, 1])(
  "what masks switch off is nothing or everything only where it is: p_drop %d",
  (dropped) => {
    const said = `${partOf(dropped)} ${answerOf(dropped, 1 - dropped)}`;
    expect(/none|Nothing/.test(said)).toBe(dropped === 0);
    expect(/\ball\b|No units/.test(said.replaceAll("nearly all", ""))).toBe(dropped === 1);
    expect(said).not.toMatch(/\b(0|100)%/);
  },
);
