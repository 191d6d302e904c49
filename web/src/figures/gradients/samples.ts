import { lessonNetwork } from "../shared/lesson_network";
import { flatWeights, type Weight } from "./weight";

/** The mini-batch: three samples of three features, and what each should give. */
export const inputs = [
  [1, 0.6, 0.4],
  [0.5, 1, 0.2],
  [0.8, -0.4, 1],
];
export const targets = [[2], [1], [0.5]];

export const allWeights: Weight[] = flatWeights(lessonNetwork(0));
