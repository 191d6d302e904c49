import { grouped } from "../format";

const rollsOf = (rolls: number) => (rolls === 1 ? "1 roll" : `${grouped(rolls)} rolls`);

export const die = {
  title: "A fair die",
  rolls: "Rolls",
  seed: "Seed",
  again: "Roll again",
  axis: "rolls",
  mean: (rolls: number, mean: string) =>
    rolls === 1 ? `first roll: ${mean}` : `mean of ${grouped(rolls)} rolls: ${mean}`,
  expected: (expected: string) => `expected value: (1 + 2 + 3 + 4 + 5 + 6) / 6 = ${expected}`,
  status: (rolls: number, mean: string) => `After ${rollsOf(rolls)}, the mean is ${mean}.`,
  description: (rolls: number, mean: string, expected: string) =>
    `${rollsOf(rolls)} of a die, and the running mean. It ends at ${mean}; the expected value is ${expected}.`,
  caption:
    "Dots are rolls; where there are more of them than pixels, some are left out. From one mark on the scale to the next, the number of rolls grows tenfold.",
  columns: ["roll", "result", "running mean"],
};
