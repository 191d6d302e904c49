import type { DroppedUnits } from "../../api/core/types";

/** A layer, the masks that were drawn for it, and how many of its units they drop. */
export interface Counted {
  units: number;
  pDrop: number;
  masks: number;
  drawn: DroppedUnits;
}
