import type { Activation, AverageOptions, Dropout, Network } from "../../web/src/api/dropout";

export interface Work {
  network: Network;
  input: number[];
  options: AverageOptions;
}

/** The same networks as in averages_benchmark.cpp and pytorch.py. */
function work(
  dropout: Dropout,
  widths: number[],
  hidden_activation: Activation,
  output_activation: Activation,
  options: AverageOptions,
): Work {
  const network = dropout.network({
    generator: "torch",
    seed: 1,
    widths,
    hidden_activation,
    output_activation,
    input_p_drop: 0,
    hidden_p_drop: 0.5,
  });
  const inputs = widths[0]!;
  return {
    network,
    input: Array.from({ length: inputs }, (_, i) => 1 + i / (inputs - 1)),
    options,
  };
}

const enumeration: AverageOptions = { method: "enumeration" };

export const hiddenUnits = (dropout: Dropout, units: number): Work =>
  work(dropout, [3, units, 1], "relu", "sigmoid", enumeration);

export const works = (dropout: Dropout) => ({
  hidden20: hiddenUnits(dropout, 20),
  hidden24: hiddenUnits(dropout, 24),
  sigmoid: work(dropout, [2, 10, 10, 1], "tanh", "sigmoid", enumeration),
  sigmoidAuto: work(dropout, [2, 10, 10, 1], "tanh", "sigmoid", { method: "auto" }),
  softmax: work(dropout, [2, 10, 10, 3], "tanh", "softmax", enumeration),
  hidden1000: work(dropout, [3, 1000, 1], "relu", "sigmoid", {
    method: "characteristic-function",
  }),
});

/** The output of a network with one hidden layer, as the competitors take it. */
export interface OutputUnit {
  weight: number[];
  bias: number;
  /** What comes in from each unit that is kept. */
  hidden: number[];
  p_drop: number;
}

export function outputUnit(dropout: Dropout, { network, input }: Work): OutputUnit {
  const [first, last] = network.layers;
  const { p_drop } = first!;
  const [activation] = dropout.forward(network, [input]).layers[0]!.activation;
  return {
    weight: last!.weight[0]!,
    bias: last!.bias[0]!,
    hidden: activation!.map((value) => value / (1 - p_drop)),
    p_drop,
  };
}

/** Of one mask, by the number of units that it keeps. */
export const maskProbability = (p_drop: number, units: number, kept: number): number =>
  (1 - p_drop) ** kept * p_drop ** (units - kept);
