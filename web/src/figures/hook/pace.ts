import { masksInAll } from "./opening_network";

/** Milliseconds for which the network shows a mask at least: what changes faster, flickers. */
export const shortest = 190;

const slow = 600;
/** After the last mask, before the network is whole again. */
const end = 600;

/**
 * Milliseconds before the next mask strikes, when `struck` have: the first ones slowly enough to be
 * read, then ever faster, all in 15 seconds.
 */
export function waitBeforeNext(struck: number, isSlow: boolean): number {
  if (struck === 0) return 1100;
  if (struck >= masksInAll) return end;
  if (isSlow) return slow;
  if (struck < 4) return 500;
  return Math.max(40, 200 * 0.94 ** Math.max(0, struck - 21));
}
