import type { Matrix } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { yieldToMain } from "../../api/pool/yield_to_main";
import type { Update } from "../networks/pair";
import type { Task } from "../networks/task";

/** What each sample of a mini-batch says to one hidden layer. */
export interface LayerUpdate {
  /**
   * samples × units: the gradient of the sample's loss by the unit's bias. The gradient by each
   * weight into the unit is that times what the weight receives. null where the mask dropped it.
   */
  gradients: (number | null)[][];
  dropped: number;
  /** Kept units with a gradient of 0, as where a ReLU is off. */
  zero: number;
}

/** Milliseconds of work at a time: frames in between must not wait. */
const slice = 8;

/** Of each hidden layer, from the update's own samples and masks. */
export async function unitGradients(
  dropout: Dropout,
  { options: { training, loss } }: Task,
  { before, batch }: Update,
): Promise<LayerUpdate[]> {
  const hidden = before.layers.length - 1;
  const biases: Matrix[] = Array.from({ length: hidden }, () => []);
  let since = performance.now();
  // One by one: the gradients of all weights for all samples would be millions of numbers.
  for (const [row, sample] of batch.samples.entries()) {
    const target = training.targets[sample]!;
    const { sample_bias_gradients } = dropout.gradients(before, {
      inputs: [training.inputs[sample]!],
      targets: [target] as number[] | Matrix,
      loss,
      keep_masks: batch.keep_masks.map((mask) => [mask[row]!]),
    });
    for (let l = 0; l < hidden; ++l) biases[l]!.push(sample_bias_gradients[0]![l]!);
    if (performance.now() - since > slice) {
      await yieldToMain();
      since = performance.now();
    }
  }
  return biases.map((rows, l) => layerUpdate(rows, batch.keep_masks[l + 1]!));
}

function layerUpdate(biases: Matrix, mask: Matrix): LayerUpdate {
  const gradients = biases.map((row, s) =>
    row.map((gradient, u) => (mask[s]![u] === 0 ? null : gradient)),
  );
  const all = gradients.flat();
  return {
    gradients,
    dropped: all.filter((gradient) => gradient === null).length,
    zero: all.filter((gradient) => gradient === 0).length,
  };
}
