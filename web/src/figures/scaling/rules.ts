import type { ScalingRule } from "../../api/core/types";

/** The two ways that are right: lift training up to test time, or bring test time down to training. */
export const rules = ["inverted", "paper"] as const satisfies ScalingRule[];

export type Rule = (typeof rules)[number];
