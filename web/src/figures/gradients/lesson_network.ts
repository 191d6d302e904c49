import type { Network } from "../../core/types";
import { flatWeights, type Weight } from "./weight";

/** The 3-4-1 network of the lesson; a reader can follow its numbers in their head. */
export const lessonNetwork = (p_drop: number): Network => ({
  input_p_drop: 0,
  layers: [
    {
      weight: [
        [0.5, 1, -0.5],
        [1, -0.5, 1],
        [-0.5, 1, 1],
        [1, 0.5, 0.5],
      ],
      bias: [0, 0.5, 0, -0.5],
      activation: "relu",
      p_drop,
    },
    { weight: [[1, -0.5, 0.5, 1]], bias: [0.5], activation: "identity", p_drop: 0 },
  ],
});

export const inputs = [
  [1, 0.6, 0.4],
  [0.5, 1, 0.2],
  [0.8, -0.4, 1],
];
export const targets = [[2], [1], [0.5]];

export const allWeights: Weight[] = flatWeights(lessonNetwork(0));
