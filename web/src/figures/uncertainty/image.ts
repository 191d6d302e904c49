import type { Field } from "../../state/fields";
import { fitted, fromText, inkCounts, toText, type Bitmap } from "./bitmap";
import { examples } from "./examples";

/** Pixels of 0 to 16 are given to networks as 0 to 1. */
const mostInk = 16;

/** A drawing as text. */
export const drawingField: Field<string> = {
  initial: toText(examples.seven),
  toText: (text) => text,
  fromText: (text) => (fromText(text) ? text : undefined),
};

/** What a network sees of a drawing. */
export const pixelsOf = (drawing: Bitmap, fits: boolean): number[] =>
  inkCounts(fits ? fitted(drawing) : drawing).map((count) => count / mostInk);
