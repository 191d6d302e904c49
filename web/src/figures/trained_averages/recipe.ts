import { misleading, type Recipe } from "../networks/recipe";

/** The network whose subnetworks are averaged. */
export const averagedRecipe: Recipe = { ...misleading, inputPDrop: 0.2, epochs: 60 };
