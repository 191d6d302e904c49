import table from "../../../data/runs/why.json";

/** Networks that were trained before the page was built: see web/data/README.md. */
export const ours = {
  trials: table.runs.length,
  /** How often the mean of eight is closer to the line than networks that learned from all samples. */
  better: table.runs.filter((run) => run.averageOffTheLine < run.wholeOffTheLine).length,
};
