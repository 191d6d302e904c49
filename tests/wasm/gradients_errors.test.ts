// Batches, gradients and finite differences that are none are refused with a message that
// names them.
import type { Batch, MeanGradients } from "../../web/src/api/dropout";
import { losses, oneOf } from "../names";
import { any, expectThrown, network, withLayer } from "./refusals";

const batch: Batch = { inputs: [[1, 2]], targets: [[1]], loss: "binary_cross_entropy" };
const zeros: MeanGradients = {
  mean_weight_gradients: [[[0, 0]], [[0]]],
  mean_bias_gradients: [[0], [0]],
};
const bias = { layer: 1, output: 0, input: null };

expectThrown([
  [
    "no batch",
    (d) => d.gradients(network, any(undefined)),
    TypeError,
    "batch must be an object, got nothing",
  ],
  [
    "a misspelt member of a batch",
    (d) => d.gradients(network, any({ ...batch, keepMasks: [[[1, 1]], [[1]]] })),
    TypeError,
    'batch: there is no option "keepMasks"',
  ],
  [
    "no loss",
    (d) => d.gradients(network, any({ ...batch, loss: undefined })),
    TypeError,
    "loss must be a text, got nothing",
  ],
  [
    "an unknown loss",
    (d) => d.gradients(network, { ...batch, loss: any("hinge") }),
    RangeError,
    `loss ${oneOf(losses)}, got "hinge"`,
  ],
  [
    "a loss that does not fit the output activation",
    (d) => d.gradients(network, { ...batch, loss: "cross_entropy" }),
    RangeError,
    'loss: "cross_entropy" needs the output activation "softmax", but layers[1].activation is "sigmoid"',
  ],
  [
    "a batch without samples",
    (d) => d.gradients(network, { ...batch, inputs: [], targets: [] }),
    RangeError,
    "inputs: the number of rows must be a whole number from 1 to 1000000, got 0",
  ],
  [
    "classes where numbers are needed",
    (d) => d.gradients(network, { ...batch, targets: [1] }),
    TypeError,
    "targets[0] must be an array of numbers, got a number",
  ],
  [
    "half a class",
    (d) =>
      d.gradients(withLayer(1, { activation: "softmax" }), {
        ...batch,
        loss: "cross_entropy",
        targets: [0.5],
      }),
    RangeError,
    "targets[0] must be a whole number from 0 to 4095, got 0.5",
  ],
  [
    "a class that no output stands for",
    (d) =>
      d.gradients(withLayer(1, { activation: "softmax" }), {
        ...batch,
        loss: "cross_entropy",
        targets: [1],
      }),
    RangeError,
    "targets[0] must be 0, got 1",
  ],
  [
    "too many targets",
    (d) => d.gradients(network, { ...batch, targets: [[1], [0]] }),
    RangeError,
    "targets: 2 rows, but inputs has 1 row",
  ],
  [
    "a target that is no probability",
    (d) => d.gradients(network, { ...batch, targets: [[-1]] }),
    RangeError,
    "targets[0][0] must be in [0, 1], got -1",
  ],
  [
    "the mask of another batch",
    (d) => d.gradients(network, { ...batch, keep_masks: [[[1, 1]], [[1], [1]]] }),
    RangeError,
    "keep_masks[1]: 2 × 1, but samples × units is 1 × 1",
  ],
  [
    "a negative learning rate",
    (d) => d.descend(network, zeros, -0.1),
    RangeError,
    "learning_rate must be finite and at least 0, got -0.1",
  ],
  [
    "a learning rate that is no number",
    (d) => d.descend(network, zeros, any("fast")),
    TypeError,
    'learning_rate must be a number, got "fast"',
  ],
  [
    "no gradients",
    (d) => d.descend(network, any(undefined), 0.1),
    TypeError,
    "gradients must be an object, got nothing",
  ],
  [
    "gradients of no layers",
    (d) => d.descend(network, any({ mean_weight_gradients: [] }), 0.1),
    TypeError,
    "gradients.mean_bias_gradients must be an array of arrays, got nothing",
  ],
  [
    "gradients of another network",
    (d) => d.descend(network, { ...zeros, mean_weight_gradients: [[[0]], [[0]]] }, 0.1),
    RangeError,
    "gradients.mean_weight_gradients[0]: 1 × 1, but layers[0].weight is 1 × 2",
  ],
  [
    "a number of updates that is none",
    (d) => d.gradientDescent(network, batch, { learning_rate: 0.1, updates: 1.5 }),
    RangeError,
    "updates must be a whole number from 0 to 1000000000, got 1.5",
  ],
  [
    "more updates than anybody could wait for",
    (d) => d.gradientDescent(network, batch, { learning_rate: 0.1, updates: 1e9 }),
    RangeError,
    "updates × samples × weights and biases must be at most 1000000000, got 1000000000 × 1 × 5",
  ],
  [
    "a layer that is not there",
    (d) => d.numericalGradient(network, batch, { ...bias, layer: 2 }),
    RangeError,
    "layer must be a whole number from 0 to 1, got 2",
  ],
  [
    "neither an input nor null",
    (d) => d.numericalGradient(network, batch, any({ layer: 0, output: 0 })),
    TypeError,
    "input must be a number, got nothing",
  ],
  [
    "a step of 0",
    (d) => d.numericalGradient(network, batch, { ...bias, step: 0 }),
    RangeError,
    "step must be finite and above 0, got 0",
  ],
  [
    "a misspelt option of a finite difference",
    (d) => d.numericalGradient(network, batch, any({ ...bias, epsilon: 1e-5 })),
    TypeError,
    'options: there is no option "epsilon"',
  ],
]);
