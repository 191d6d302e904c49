import type { Verdict } from "../../api/core/averaging_types";
import type { Network } from "../../api/core/types";
import { text } from "../../text";
import type { PairName } from "./pairs";

/** Why two numbers always agree, or do not in general, in a sentence. */
export function whyOf(pair: PairName, verdict: Verdict, { layers }: Network): string {
  const words = text.averages.why;
  switch (verdict.reason) {
    case "nothing-dropped":
      return words.nothingDropped;
    case "constant-output":
      return words.constant;
    case "everything-dropped":
      return words.everythingDropped(verdict.layer === null ? undefined : verdict.layer + 1);
    case "linear-after-mask":
      return words.linear(pair);
    case "output-activation":
      return words.outputCurve(pair);
    case "hidden-activation": {
      const layer = verdict.layer!;
      const activation = text.activations[layers[layer]!.activation];
      return words.hiddenCurve(pair, layer + 1, activation);
    }
  }
}
