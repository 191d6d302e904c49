import { inputs } from "./samples";

/**
 * Units that the reader switched, as "sample/unit". Samples 0 to 2 are those of the mini-batch on
 * screen, 3 to 5 those of the one before it, and so on: an update keeps the masks it was made with.
 */
const parts = (name: string) => name.split("/").map(Number) as [number, number];

/** Those of the mini-batch that was on screen so many updates ago, numbered as that one's. */
export const switchedAgo = (switched: readonly string[], updates: number): string[] =>
  switched
    .map(parts)
    .filter(([sample]) => Math.floor(sample / inputs.length) === updates)
    .map(([sample, unit]) => `${sample % inputs.length}/${unit}`);

/** The same when the next mini-batch is on screen. */
export const oneUpdateLater = (switched: readonly string[]): string[] =>
  switched.map(parts).map(([sample, unit]) => `${sample + inputs.length}/${unit}`);
