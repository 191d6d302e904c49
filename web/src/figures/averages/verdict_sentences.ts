import type { Verdict } from "../../core/types";
import type { PairName } from "./pairs";
import { hiddenActivationNames, type HiddenActivation } from "./settings";

const exactBecause: Record<PairName, string> = {
  "A and S": "After the masks everything is linear, and an average passes through what is linear.",
  "G and S":
    "G is the output unit’s curve of the average sum. After the masks everything up to that sum is linear, so the average sum is the full network’s.",
  "A and G": "After the masks everything is linear.",
};

const approximateBecause: Record<PairName, string> = {
  "A and S": "The average of a curve’s values is not the curve’s value at the average.",
  "G and S": "The sum that the output unit receives is not the average sum.",
  "A and G": "A averages after the output unit’s curve, G before it.",
};

/** Why two numbers always agree, or do not in general, in a sentence. */
export function whyOf(pair: PairName, verdict: Verdict, activation: HiddenActivation): string {
  switch (verdict.reason) {
    case "nothing-dropped":
      return "Nothing can be dropped: the full network is the only subnetwork.";
    case "constant-output":
      return "The output is the same whatever the masks drop.";
    case "linear-after-mask":
      return exactBecause[pair];
    case "output-activation":
      return `The masks act before the output unit’s curve. ${approximateBecause[pair]}`;
    case "hidden-activation":
      return `Masks act before hidden layer ${verdict.layer! + 1}, whose ${hiddenActivationNames[activation]} is no straight line. ${approximateBecause[pair]}`;
  }
}
