// What the page ships as "our runs" is what its own code trains: some of it, trained again.
import { expect, test } from "vitest";
import forgotten from "../../web/data/runs/forgotten.json";
import overfitting from "../../web/data/runs/overfitting.json";
import wrongLabels from "../../web/data/runs/wrong_labels.json";
import why from "../../web/data/runs/why.json";
import { moons, pairOf } from "../../web/src/figures/overfitting/pair";
import { networkOf } from "../../web/src/figures/networks/network";
import { fair, recipeKey, type Recipe } from "../../web/src/figures/networks/recipe";
import { maxUpdates, usual } from "../../web/src/figures/why/networks";
import { trainTo } from "../../web/src/figures/why/training";
import { loadDropout } from "./core";

const dropout = await loadDropout();

test("errors for each p_drop are those of the recipe that the figure begins with", async () => {
  const recipe = { ...(wrongLabels.recipe as Omit<Recipe, "seed" | "pDrop">), seed: 1, pDrop: 0.5 };
  expect(recipeKey(recipe)).toBe(recipeKey(fair));
  const { state, task } = await networkOf(dropout, recipe, {});
  const { training, test } = wrongLabels.runs.find(({ pDrop }) => pDrop === 0.5)!;
  expect(state.training.error).toBe(training[0]! / task.options.training.inputs.length);
  expect(state.test.error).toBe(test[0]! / task.options.test!.inputs.length);
});

test("forgotten scaling: the loss as it should be, and a larger one without", async () => {
  const { seed, scaled } = forgotten.runs[1]!;
  const { state } = await networkOf(dropout, { ...(forgotten.recipe as Recipe), seed }, {});
  expect(state.test.loss).toBeCloseTo(scaled.loss, 6);
  for (const { scaled, unscaled } of forgotten.runs) {
    expect(unscaled.loss).toBeGreaterThan(2 * scaled.loss);
    expect(unscaled.wrong).toBeGreaterThan(scaled.wrong);
  }
});

test("two networks on moons", async () => {
  const { seed, whole } = overfitting.runs[2]!;
  const pair = await pairOf(dropout, { ...moons, seed, dataSeed: seed }, {});
  expect(pair.without.state.test.error).toBe(whole.without);
  expect(pair.with.state.test.error).toBe(whole.with);
});

test("eight networks and their mean", async () => {
  const { seed, averageOffTheLine } = why.runs[4]!;
  const { comparison } = await trainTo(dropout, { ...usual, seed }, maxUpdates);
  expect(comparison.averageOffTheLine).toBe(averageOffTheLine);
});
