import type { ScalingRule } from "../../api/core/types";

/** Mistakes in the scaling itself, or in when masks are drawn. */
export const bugs = [
  "inverted-by-p-drop",
  "multiplied-by-p-drop",
  "scaled-twice",
  "left-on",
  "same-mask",
  "fresh-backward",
] as const;

export type Bug = (typeof bugs)[number];

/** Those that are about what a unit passes on; the other one is about gradients. */
export type ForwardBug = Exclude<Bug, "fresh-backward">;

/** The rule that each of them means to follow. */
export const meant: Record<ForwardBug, "inverted" | "paper"> = {
  "inverted-by-p-drop": "inverted",
  "multiplied-by-p-drop": "paper",
  "scaled-twice": "inverted",
  "left-on": "inverted",
  "same-mask": "inverted",
};

/** What the core computes of it: with a mask that stays, the rule itself is right. */
export const ruleOf = (bug: ForwardBug): ScalingRule => (bug === "same-mask" ? "inverted" : bug);
