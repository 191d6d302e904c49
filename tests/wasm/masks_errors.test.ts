// Bad input where masks and weights are drawn is refused with a message that names it.
import { expect, test } from "vitest";
import { generators, oneOf } from "../names";
import { any, dropout, expectThrown, network } from "./refusals";

const drawn = { generator: "torch", seed: 1, p_drop: 0.2, samples: 2 } as const;
const masks = { ...drawn, units: 3 };
const layer = { ...drawn, inputs: 3, outputs: 4 };

expectThrown([
  [
    "no options",
    (d) => d.masks(any(undefined)),
    TypeError,
    "options must be an object, got nothing",
  ],
  [
    "options that masks have not",
    (d) => d.masks(any({ ...masks, unit: 3 })),
    TypeError,
    'options: there is no option "unit"',
  ],
  [
    "options that a layer has not",
    (d) => d.layer(any({ ...layer, units: 3 })),
    TypeError,
    'options: there is no option "units"',
  ],
  [
    "options that the masks of a network have not",
    (d) => d.keepMasks(network, any(drawn)),
    TypeError,
    'options: there is no option "p_drop"',
  ],
  [
    "options that a network has not",
    (d) => d.network(any(layer)),
    TypeError,
    'options: there is no option "p_drop"',
  ],
  ["null", (d) => d.layer(any(null)), TypeError, "options must be an object, got null"],
  [
    "a missing field",
    (d) => d.masks(any({ ...masks, seed: undefined })),
    TypeError,
    "seed must be a whole number, got nothing",
  ],
  [
    "a text for a number",
    (d) => d.masks({ ...masks, p_drop: any("0.5") }),
    TypeError,
    'p_drop must be a number, got "0.5"',
  ],
  [
    "true for a number",
    (d) => d.masks({ ...masks, units: any(true) }),
    TypeError,
    "units must be a number, got true",
  ],
  [
    "an unknown generator",
    (d) => d.masks({ ...masks, generator: any("jax") }),
    RangeError,
    `generator ${oneOf(generators)}, got "jax"`,
  ],
  [
    "p_drop above 1",
    (d) => d.masks({ ...masks, p_drop: 1.5 }),
    RangeError,
    "p_drop must be in [0, 1], got 1.5",
  ],
  [
    "p_drop NaN",
    (d) => d.masks({ ...masks, p_drop: NaN }),
    RangeError,
    "p_drop must be in [0, 1], got NaN",
  ],
  [
    "p_drop below 0",
    (d) => d.layer({ ...layer, p_drop: -0.1 }),
    RangeError,
    "p_drop must be in [0, 1], got -0.1",
  ],
  [
    "a fraction for a count",
    (d) => d.masks({ ...masks, units: 2.7 }),
    RangeError,
    "units must be a whole number from 0 to 20000000, got 2.7",
  ],
  [
    "an enormous mask",
    (d) => d.masks({ ...masks, samples: 1e5, units: 1e5 }),
    RangeError,
    "samples × units must be at most 20000000, got 100000 × 100000",
  ],
  [
    "a width of 0",
    (d) =>
      d.network({
        generator: "torch",
        seed: 1,
        widths: [3, 0],
        hidden_activation: "relu",
        output_activation: "identity",
        input_p_drop: 0,
        hidden_p_drop: 0,
      }),
    RangeError,
    "widths[1] must be a whole number from 1 to 4096, got 0",
  ],
]);

test("results are copies", () => {
  const first = dropout.masks(masks);
  first[0]![0] = 7;
  expect(dropout.masks(masks)[0]![0]).toBe(1);
});
