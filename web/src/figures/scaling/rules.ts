import type { ScalingRule } from "../../api/core/types";

/** What is compared: nothing done about it, and the two ways that are right. */
export const compared = ["none", "inverted", "paper"] as const satisfies ScalingRule[];

export const bugs = [
  "inverted-by-p-drop",
  "multiplied-by-p-drop",
  "scaled-twice",
  "left-on",
] as const satisfies ScalingRule[];

export type Bug = (typeof bugs)[number];
