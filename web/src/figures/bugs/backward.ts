import type { KeepMask, Matrix, Network, Seeded } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";

/** The gradient of one weight in each pass, and their mean. */
export interface PassGradients {
  passes: { gradient: number; /** By the forward pass. */ isKept: boolean }[];
  mean: number;
}

interface Asked extends Seeded {
  p_drop: number;
  /** Of the unit. */
  value: number;
  samples: number;
}

/** A unit of this value with dropout, and one weight from it; the loss is (output − value)². */
const network = (p_drop: number): Network => ({
  input_p_drop: p_drop,
  layers: [{ weight: [[1]], bias: [0], activation: "identity", p_drop: 0 }],
});

/** With the mask of the forward pass on the way back, and with a fresh one. */
export function backwardPair(dropout: Dropout, { p_drop, value, samples, ...seeded }: Asked) {
  const drawn = dropout.masks({ ...seeded, p_drop, samples: 2 * samples, units: 1 });
  const masks = drawn.slice(0, samples);
  const fresh = drawn.slice(samples);
  const inputs = masks.map(() => [value]);
  const outputs = (mask: KeepMask) =>
    dropout.forward(network(p_drop), inputs, { keep_masks: [mask] }).layers[0]!.activation;

  const gradients = (mask: KeepMask, targets: Matrix): PassGradients => {
    const loss = "mean_squared_error";
    const { sample_weight_gradients, mean_weight_gradients } = dropout.gradients(network(p_drop), {
      inputs,
      targets,
      loss,
      keep_masks: [mask],
    });
    return {
      passes: sample_weight_gradients.map(([layer], i) => ({
        gradient: layer![0]![0]!,
        isKept: masks[i]![0] === 1,
      })),
      mean: mean_weight_gradients[0]![0]![0]!,
    };
  };

  // The fresh mask's output misses these targets by what the forward pass missed its own.
  const forward = outputs(masks);
  const targets = outputs(fresh).map(([output], i) => [output! - (forward[i]![0]! - value)]);
  return { right: gradients(masks, inputs), wrong: gradients(fresh, targets) };
}
