import type { Network } from "../../api/core/types";

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
