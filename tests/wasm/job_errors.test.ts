// What long jobs cannot do is refused with a message that names it.
import type { Average, Network } from "../../web/src/api/dropout";
import { averagingMethods, oneOf } from "../names";
import { any, expectRejected, network } from "./refusals";

const dropped = { generator: "torch", seed: 1, p_drop: 0.2, units: 3, trials: 10 } as const;
const average: Average = {
  droppable_units: 3,
  subnetworks: 8,
  method: "enumeration",
  last_layer_method: "enumeration",
  arithmetic_mean: [0.5],
  variance: [0.1],
  normalized_geometric_mean: [0.5],
  scaled_full_network: [0.5],
  rounding: [1e-12],
};
const sampling = { generator: "torch", seed: 1, samples: 3 } as const;
const repeated = { ...sampling, repeats: 2, output: 0 };
const wide = (units: number): [Network, number[]] => [
  {
    input_p_drop: 0.5,
    layers: [{ weight: [Array(units).fill(1)], bias: [0], activation: "relu", p_drop: 0 }],
  },
  Array(units).fill(1),
];

expectRejected([
  [
    "too few numbers",
    (d) => d.average(network, [1]),
    RangeError,
    "input: 1 number, but the network has 2 inputs",
  ],
  [
    "an unknown method",
    (d) => d.average(network, [1, 2], { method: any("guess") }),
    RangeError,
    `method ${oneOf(averagingMethods)}, got "guess"`,
  ],
  [
    "a method that does not apply",
    (d) => d.average(network, [1, 2], { method: "closed-form" }),
    RangeError,
    'method: "closed-form" needs the activation "identity" from the last mask to the output, but layers[1].activation is "sigmoid"',
  ],
  [
    "too many subnetworks",
    (d) => d.average(...wide(33)),
    RangeError,
    "network: enumeration of 2^33 subnetworks refused (limit 2^32): use monteCarlo, or p_drop 0 in some layers",
  ],
  [
    "too many subnetworks, by the method that was asked for",
    (d) => d.average(...wide(40), { method: "enumeration" }),
    RangeError,
    "network: enumeration of 2^40 subnetworks refused (limit 2^32): use monteCarlo, or p_drop 0 in some layers",
  ],
  [
    "a signal that is none",
    (d) => d.average(network, [1, 2], { signal: any(5) }),
    TypeError,
    "signal must be an AbortSignal, got a number",
  ],
  [
    "progress to nobody",
    (d) => d.average(network, [1, 2], { onProgress: any("now") }),
    TypeError,
    'onProgress must be a function, got "now"',
  ],
  [
    "null for options",
    (d) => d.average(network, [1, 2], any(null)),
    TypeError,
    "options must be an object, got null",
  ],
  [
    "a misspelt option of an average",
    (d) => d.average(network, [1, 2], any({ onprogress: () => {} })),
    TypeError,
    'options: there is no option "onprogress"',
  ],
  [
    "no options for random subnetworks",
    (d) => d.monteCarlo(network, [1, 2], any(undefined)),
    TypeError,
    "options must be an object, got nothing",
  ],
  [
    "no samples",
    (d) => d.monteCarlo(network, [1, 2], { ...sampling, samples: 0 }),
    RangeError,
    "samples must be a whole number from 1 to 1000000, got 0",
  ],
  [
    "samples that are no number",
    (d) => d.monteCarlo(network, [1, 2], { ...sampling, samples: any("many") }),
    TypeError,
    'samples must be a number, got "many"',
  ],
  [
    "more samples than allowed",
    (d) => d.monteCarlo(network, [1, 2], { ...sampling, samples: 1e7 }),
    RangeError,
    "samples must be a whole number from 1 to 1000000, got 10000000",
  ],
  [
    "a misspelt option of random subnetworks",
    (d) => d.monteCarlo(network, [1, 2], any({ ...sampling, repeats: 2 })),
    TypeError,
    'options: there is no option "repeats"',
  ],
  [
    "more repeats than allowed",
    (d) => d.monteCarloError(network, [1, 2], average, { ...repeated, repeats: 1001 }),
    RangeError,
    "repeats must be a whole number from 1 to 1000, got 1001",
  ],
  [
    "more runs than memory has room for",
    (d) =>
      d.monteCarloError(network, [1, 2], average, { ...repeated, repeats: 1000, samples: 1e5 }),
    RangeError,
    "repeats × samples must be at most 20000000, got 1000 × 100000",
  ],
  [
    "the average of another network",
    (d) => d.monteCarloError(network, [1, 2], { ...average, variance: [1, 2] }, repeated),
    RangeError,
    "average.variance: the number of entries must be 1, got 2",
  ],
  [
    "an output that the average has not",
    (d) => d.monteCarloError(network, [1, 2], average, { ...repeated, output: 1 }),
    RangeError,
    "output must be 0, got 1",
  ],
  [
    "no units to drop",
    (d) => d.droppedUnits({ ...dropped, units: 0 }),
    RangeError,
    "units must be a whole number from 1 to 4096, got 0",
  ],
  [
    "more trials than allowed",
    (d) => d.droppedUnits({ ...dropped, trials: 1e9 }),
    RangeError,
    "trials must be a whole number from 0 to 100000, got 1000000000",
  ],
  [
    "trials that are no number",
    (d) => d.droppedUnits({ ...dropped, trials: any("many") }),
    TypeError,
    'trials must be a number, got "many"',
  ],
  [
    "p_drop above 1 for dropped units",
    (d) => d.droppedUnits({ ...dropped, p_drop: 1.5 }),
    RangeError,
    "p_drop must be in [0, 1], got 1.5",
  ],
  [
    "a misspelt option of dropped units",
    (d) => d.droppedUnits(any({ ...dropped, samples: 2 })),
    TypeError,
    'options: there is no option "samples"',
  ],
]);
