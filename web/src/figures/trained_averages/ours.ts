import table from "../../../data/runs/trained_averages.json";

/** What networks that were trained before the page was built show: see web/data/README.md. */
const numbers = table.runs
  .map(({ asGoodFrom }) => asGoodFrom)
  .filter((k) => k !== null)
  .sort((a, b) => a - b);

export const ours = {
  networks: table.runs.length,
  /** How many of them are matched by a mean of at most 100 subnetworks. */
  matched: numbers.length,
  fewest: numbers[0]!,
  most: numbers.at(-1)!,
  median:
    (numbers[Math.floor((numbers.length - 1) / 2)]! +
      numbers[Math.ceil((numbers.length - 1) / 2)]!) /
    2,
  /** How often the mean of 100 is wrong less often than scaling. */
  better: table.runs.filter(({ hundred, scaling }) => hundred < scaling).length,
};
