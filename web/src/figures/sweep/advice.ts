import inputsTable from "../../../data/runs/inputs.json";
import unitsTable from "../../../data/runs/units.json";
import { percent } from "../../text/format";

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean test errors for each p_drop of the inputs, with that of hidden units at 0.5. */
export const inputErrors = inputsTable.runs.map(({ inputPDrop, test }) => ({
  inputPDrop,
  error: percent(mean(test) / inputsTable.samples.test, 1),
}));

/** For networks of several widths, narrow ones first: the p_drop with the least mean test error. */
export const bestByWidth = [...new Set(unitsTable.runs.map(({ units }) => units[0]!))].map(
  (width) => {
    const runs = unitsTable.runs.filter(({ units }) => units[0] === width);
    const best = runs.reduce((least, run) => (mean(run.test) < mean(least.test) ? run : least));
    return { width, pDrop: best.pDrop };
  },
);
