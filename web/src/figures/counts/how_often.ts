import { grouped, scientific } from "../../text/format";
import { text } from "../../text";

// As log10, like all numbers here: the probabilities can be too small for float64.
const masksPerSecond = 9;
const secondsPerYear = Math.log10(365.25 * 24 * 3600);

/** How often something of a probability occurs among masks, in words. HTML. */
export function howOften(log10Probability: number): string {
  const words = text.counts.howOften;
  const masks = -log10Probability;
  if (masks === Infinity) return words.never;
  if (masks <= 0) return words.always;
  const ofHundred = 100 / 10 ** masks;
  if (ofHundred >= 99.5) return words.practicallyAlways;
  if (ofHundred > 20) return words.ofHundred(ofHundred.toPrecision(2));
  if (masks < 18) return words.onceIn(about(masks));
  return words.onceInYears(about(masks - masksPerSecond - secondsPerYear));
}

function about(log10: number): string {
  return log10 < 6 ? grouped(Number((10 ** log10).toPrecision(2))) : scientific(log10, 1);
}
