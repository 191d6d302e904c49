/** Whole numbers from 1 to `most`, evenly spread on a logarithmic axis: enough of them for a line. */
export const logCounts = (most: number): number[] => [
  ...new Set(Array.from({ length: 61 }, (_, i) => Math.round(most ** (i / 60)))),
];
