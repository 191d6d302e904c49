import table from "../../../data/runs/dead_units.json";

const { recipe, runs } = table;

/** Of networks with p_drop 0.9, how many hidden units died on average: see web/data/README.md. */
const deadOf = (isOurs: boolean): string => {
  const { dead } = runs.find(({ learningRate }) => (learningRate === undefined) === isOurs)!;
  return (dead.reduce((sum, count) => sum + count, 0) / dead.length).toFixed(0);
};

export const deadUnits = {
  /** With the steps of our runs, and with larger ones. */
  ours: deadOf(true),
  largeSteps: deadOf(false),
  units: String(recipe.units.reduce((sum, width) => sum + width, 0)),
};
