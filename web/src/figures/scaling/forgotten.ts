import table from "../../../data/runs/forgotten.json";
import { percent } from "../../text/format";

const { runs, samples } = table;
const mean = (of: (run: (typeof runs)[number]) => number): number =>
  runs.reduce((sum, run) => sum + of(run), 0) / runs.length;

/** What it costs to forget scaling, on new digits: see web/data/README.md. */
export const forgotten = {
  trials: runs.length,
  errors: {
    scaled: percent(mean(({ scaled }) => scaled.wrong) / samples, 1),
    unscaled: percent(mean(({ unscaled }) => unscaled.wrong) / samples, 1),
  },
  losses: {
    scaled: mean(({ scaled }) => scaled.loss).toFixed(2),
    unscaled: mean(({ unscaled }) => unscaled.loss).toFixed(2),
  },
};
