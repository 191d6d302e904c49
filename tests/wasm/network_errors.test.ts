// Networks, inputs and masks that are none are refused with a message that names them.
import { expect, test } from "vitest";
import { activations, oneOf } from "../names";
import { any, dropout, expectThrown, network, withLayer } from "./refusals";

expectThrown([
  [
    "no layers",
    (d) => d.forward({ input_p_drop: 0, layers: [] }, [[1]]),
    RangeError,
    "layers: the number of entries must be a whole number from 1 to 64, got 0",
  ],
  [
    "a weight of more rows than memory holds, all of them holes",
    (d) => d.forward(withLayer(1, { weight: Object.assign([], { length: 2 ** 32 - 1 }) }), [[1]]),
    RangeError,
    "layers[1].weight: the number of entries must be at most 20000000, got 4294967295",
  ],
  [
    "a layer of the wrong width",
    (d) => d.forward(withLayer(1, { weight: [[1, 2, 3]] }), [[1, 2]]),
    RangeError,
    "layers[1].weight: 3 columns, but layer 0 has 1 unit",
  ],
  [
    "a ragged weight",
    (d) => d.forward(withLayer(0, { weight: [[1, 2], [3]] }), [[1, 2]]),
    RangeError,
    "layers[0].weight[1]: its length is 1, but that of row 0 is 2",
  ],
  [
    "a hole in a weight",
    (d) => d.forward(withLayer(0, { weight: [[1, , 2]] }), [[1, 2]]),
    TypeError,
    "layers[0].weight[0][1] must be a number, got nothing",
  ],
  [
    "infinity in a weight",
    (d) => d.scaleWeights(withLayer(0, { weight: [[1, Infinity]] })),
    RangeError,
    "layers[0].weight[0][1] must be finite, got Infinity",
  ],
  [
    "dropout of the outputs",
    (d) => d.scaleWeights(withLayer(1, { p_drop: 0.5 })),
    RangeError,
    "layers[1].p_drop must be 0 in the last layer, whose units are the outputs, got 0.5",
  ],
  [
    "an unknown activation",
    (d) => d.scaleWeights(withLayer(0, { activation: "swish" })),
    RangeError,
    `layers[0].activation ${oneOf(activations)}, got "swish"`,
  ],
  [
    "inputs that are no rows",
    (d) => d.forward(network, any([1, 2])),
    TypeError,
    "inputs[0] must be an array of numbers, got a number",
  ],
  [
    "too few inputs",
    (d) => d.forward(network, [[1]]),
    RangeError,
    "inputs: 1 number in each sample, but the network has 2 inputs",
  ],
  [
    "too few masks",
    (d) => d.forward(network, [[1, 2]], { keep_masks: [[[1, 1]]] }),
    RangeError,
    "keep_masks: 1 mask, but the network needs 2 (the inputs' and one for each hidden layer)",
  ],
  [
    "a mask of halves",
    (d) => d.forward(network, [[1, 2]], { keep_masks: [[[1, 0.5]], [[1]]] }),
    RangeError,
    "keep_masks[0][0][1] must be a whole number from 0 to 1, got 0.5",
  ],
  [
    "overflow",
    (d) => d.forward(withLayer(0, { weight: [[1e308, 1e308]] }), [[10, 10]]),
    RangeError,
    "layers[0]: its pre-activations are too large for float64; use smaller weights or inputs",
  ],
  [
    "more bins than allowed",
    (d) => d.distribution(network, [1, 2], { output: 0, bins: 0 }),
    RangeError,
    "bins must be a whole number from 1 to 10000, got 0",
  ],
  [
    "an output that is not there",
    (d) => d.distribution(network, [1, 2], { output: 1, bins: 4 }),
    RangeError,
    "output must be 0, got 1",
  ],
]);

test("a misspelt option is refused", () => {
  expect(() => dropout.forward(network, [[1, 2]], any({ keepMasks: [[[1, 1]], [[1]]] }))).toThrow(
    'options: there is no option "keepMasks"',
  );
  expect(() => dropout.forward(network, [[1, 2]], any(null))).toThrow(
    "options must be an object, got null",
  );
});
