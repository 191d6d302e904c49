import table from "../../../data/runs/overfitting.json";
import { percent } from "../../text/format";
import { arms } from "../networks/task";

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const errors = (units: "whole" | "half") =>
  Object.fromEntries(
    arms.map((arm) => [arm, percent(mean(table.runs.map((run) => run[units][arm])), 0)]),
  ) as Record<(typeof arms)[number], string>;

/** Pairs that were trained before the page was built: see web/data/README.md. */
export const ours = {
  trials: table.runs.length,
  errors: { whole: errors("whole"), half: errors("half") },
};
