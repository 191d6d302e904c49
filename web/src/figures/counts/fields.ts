import { choice, flag, list, pDrop, seed, tuple, whole } from "../../state/fields";
import { text } from "../../text";
import { generators } from "../../ui/controls/generators";

const mostMasks = 100_000;
const mostUnits = 4096;
const widthOf = (initial: number, i: number) =>
  whole(
    initial,
    { min: 1, max: mostUnits },
    { as: "units", label: text.counts.units[i]!, most: mostUnits, field: "units", isFolded: true },
  );
/** Of the two layers. */
export const units = [widthOf(4, 0), widthOf(100, 1)] as const;
/** What the masks and their counts follow from. */
export const shown = {
  pDrop: pDrop(0.5),
  units: tuple(...units),
  masks: whole(
    1000,
    { min: 0, max: mostMasks },
    { as: "count", label: text.counts.masks, most: mostMasks, field: "trials", isFolded: true },
  ),
  generator: choice("torch-intel", generators, {
    label: text.counts.generator,
    options: text.controls.generators,
    isFolded: true,
  }),
  seed: seed(12, text.counts.seed, { isFolded: true }),
};
const ends = list(whole(0, { min: 0, max: mostUnits }), 2);

export const fields = {
  ...shown,
  /** The fewest and the most units that the reader expects masks of the second layer to drop. */
  guess: {
    ...ends,
    fromText: (text: string) => {
      const guess = ends.fromText(text);
      const isBracket = guess?.length === 2 && guess[0]! <= guess[1]!;
      return isBracket || guess?.length === 0 ? guess : undefined;
    },
  },
  /** Whether the reader has seen the answer. */
  answered: flag(false),
};
