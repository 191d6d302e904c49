import { compact, probabilityText } from "../../text/format";
import { complement, convention } from "../../state/convention.svelte";
import { text } from "../../text";
import { qualityOf } from "../networks/describe";
import type { Trial } from "./sweep.svelte";

/** Of the networks with one p_drop. */
export interface Mean {
  pDrop: number;
  training: number;
  test: number;
}

/** By ascending p_drop; networks that diverged are left out. */
export function meansOf(trials: Trial[]): Mean[] {
  const kept = trials.filter(({ diverged }) => !diverged);
  const pDrops = [...new Set(kept.map(({ pDrop }) => pDrop))].sort((a, b) => a - b);
  return pDrops.map((pDrop) => {
    const these = kept.filter((trial) => trial.pDrop === pDrop);
    const mean = (of: (trial: Trial) => number) =>
      these.reduce((sum, trial) => sum + of(trial), 0) / these.length;
    return { pDrop, training: mean(({ training }) => training), test: mean(({ test }) => test) };
  });
}

const probability = ({ pDrop }: Mean): string =>
  convention() === "paper"
    ? `${text.controls.pKeep} ${compact(complement(pDrop))}`
    : `${text.controls.pDrop} ${probabilityText(pDrop)}`;

export function bestSentence(means: Mean[], isError: boolean): string {
  const words = text.sweep;
  if (means.length === 0) return "";
  const best = means.reduce((least, mean) => (mean.test < least.test ? mean : least));
  const none = means.find(({ pDrop }) => pDrop === 0);
  const quality = isError ? words.error : words.loss;
  const least = words.best(quality, qualityOf(best.test, isError), probability(best));
  return none && best !== none
    ? `${least} ${words.without(qualityOf(none.test, isError), probability(none))}`
    : least;
}
