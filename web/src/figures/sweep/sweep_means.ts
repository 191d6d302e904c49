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

/** From one p_drop that is trained to the next. */
const spacing = 0.1;

/** In parts that skip no p_drop. */
export function unbroken(means: Mean[]): Mean[][] {
  const parts: Mean[][] = [];
  for (const mean of means) {
    const part = parts.at(-1);
    const isNext = part && mean.pDrop - part.at(-1)!.pDrop < 1.5 * spacing;
    if (isNext) part.push(mean);
    else parts.push([mean]);
  }
  return parts;
}
