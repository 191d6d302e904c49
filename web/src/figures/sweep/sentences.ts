import { compact, percent, probabilityText } from "../../text/format";
import { complement, convention } from "../../state/convention.svelte";
import { text } from "../../text";
import { qualityOf } from "../networks/describe";
import { lowestOf, pDropAt, type Guess } from "./guess";
import type { Ours } from "./ours";
import type { Mean } from "./sweep_means";

const shownProbability = (pDrop: number): string =>
  convention() === "paper" ? compact(complement(pDrop)) : probabilityText(pDrop);

const nameOfProbability = (): string =>
  convention() === "paper" ? text.controls.pKeep : text.controls.pDrop;

/** Where the least error is, as it is printed: there may be several such places. */
export function leastOf(means: Mean[], isError: boolean): { quality: string; at: string } {
  const least = qualityOf(Math.min(...means.map(({ test }) => test)), isError);
  const best = means.filter(({ test }) => qualityOf(test, isError) === least);
  const places = best.map(({ pDrop }) => shownProbability(pDrop));
  return { quality: least, at: text.sweep.places(nameOfProbability(), places) };
}

/** What the reader's own networks show, once all are trained. */
export function ownSentence(means: Mean[], isError: boolean): string {
  if (means.length === 0) return "";
  const { quality, at } = leastOf(means, isError);
  const none = means.find(({ pDrop }) => pDrop === 0);
  const without = none && qualityOf(none.test, isError);
  return text.sweep.own(quality, at, without);
}

/** What ours show, beside what the reader drew. */
export function measuredSentence({ means, seeds }: Ours, guess: Guess): string {
  const words = text.sweep;
  const { quality, at } = leastOf(means, true);
  const lowest = lowestOf(guess);
  const none = qualityOf(means[0]!.test, true);
  const last = means.at(-1)!;
  return [
    ...(lowest
      ? [
          words.guessed(
            percent(lowest.error / 100, 0),
            words.places(nameOfProbability(), [shownProbability(pDropAt(lowest.at))]),
          ),
        ]
      : []),
    words.least(quality, at, none, seeds),
    words.most(
      words.places(nameOfProbability(), [shownProbability(last.pDrop)]),
      qualityOf(last.test, true),
      qualityOf(last.training, true),
    ),
  ].join(" ");
}
