import type { Dropout } from "../../api/dropout";
import type { DroppedUnitsOptions } from "../../api/core/types";

/** Copying more of them from the core would be felt. */
const mostDigits = 400_000;
/** Wider masks have cells too small to see. */
const mostUnits = 400;

export interface FoundMask {
  /** Which of the masks, from 1. */
  number: number;
  mask: number[];
}

/** For the masks that were counted: finds the first one that drops exactly `dropped` units. */
export function masksBehind(dropout: Dropout) {
  let drawn: { asked: DroppedUnitsOptions; masks: number[][] } | undefined;
  return (asked: DroppedUnitsOptions, dropped: number): FoundMask | undefined => {
    const { units, trials, ...seeded } = asked;
    if (units > mostUnits) return undefined;
    if (drawn?.asked !== asked) {
      const samples = Math.min(trials, Math.floor(mostDigits / units));
      drawn = { asked, masks: samples > 0 ? dropout.masks({ ...seeded, units, samples }) : [] };
    }
    const { masks } = drawn;
    const found = masks.findIndex((mask) => mask.filter((keep) => keep === 0).length === dropped);
    return found < 0 ? undefined : { number: found + 1, mask: masks[found]! };
  };
}
