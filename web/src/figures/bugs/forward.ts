import type { Scaling, ScalingOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { resultOf, type Result } from "../shared/result";
import { meant, ruleOf, type ForwardBug } from "./bugs";

export interface ForwardPair {
  bug: ForwardBug;
  right: Scaling;
  /** An error where the bug divides by zero. */
  wrong: Result<Scaling>;
}

/** What a unit passes on, as it should be and with the bug, with the same random numbers. */
export function forwardPair(
  dropout: Dropout,
  bug: ForwardBug,
  asked: Omit<ScalingOptions, "rule">,
): ForwardPair {
  const right = dropout.scaling({ ...asked, rule: meant[bug] });
  const wrong = resultOf(() => dropout.scaling({ ...asked, rule: ruleOf(bug) }));
  return {
    bug,
    right,
    wrong: bug === "same-mask" ? { value: stuck(right), error: undefined } : wrong,
  };
}

/** With the first mask in every pass. */
function stuck(scaling: Scaling): Scaling {
  const first = scaling.training[0]!;
  const everyPass = scaling.training.map(() => first);
  return { ...scaling, training: everyPass, running_mean: everyPass };
}
