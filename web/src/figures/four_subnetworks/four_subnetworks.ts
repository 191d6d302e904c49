import type { Subnetworks } from "../../api/core/averaging_types";
import type { ForwardPass, Matrix, Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";

// Outputs of 1, 3, 5 and 7 at x = 1: every step can be checked in one's head.
const hiddenWeight = [[1], [2]];
const outputWeight = [[2, 2]];

/** A network of two hidden units with all its subnetworks, and what could stand for them. */
export interface FourSubnetworks {
  pDrop: number;
  /** Scaled: under inverted dropout, the one that has these subnetworks. */
  network: Network;
  weights: Matrix[];
  scaledWeights: Matrix[];
  /** Of the unscaled ones: so that what is scaled is drawn thinner. */
  largestWeight: number;
  all: Subnetworks;
  full: ForwardPass;
  average: number;
  scaled: number;
  unscaled: number;
}

const trainedWith = (pDrop: number): Network => ({
  input_p_drop: 0,
  layers: [
    { weight: hiddenWeight, bias: [0, 0], activation: "relu", p_drop: pDrop },
    { weight: outputWeight, bias: [1], activation: "identity", p_drop: 0 },
  ],
});

// Masks only switch units off here, so p_drop changes probabilities and no output. At p_drop 1, no
// scale can undo that of the weights, which is 0: the outputs are those at 0.5.
function subnetworksOf(dropout: Dropout, x: number, pDrop: number): Subnetworks {
  const all = dropout.subnetworks(dropout.scaleWeights(trainedWith(pDrop)), [x]);
  return pDrop < 1 ? all : { ...subnetworksOf(dropout, x, 0.5), probability: all.probability };
}

export async function fourSubnetworks(
  dropout: Dropout,
  x: number,
  pDrop: number,
): Promise<FourSubnetworks> {
  const trained = trainedWith(pDrop);
  const scaled = dropout.scaleWeights(trained);
  const average = await dropout.average(scaled, [x]);
  const full = dropout.forward(trained, [[x]]);
  return {
    pDrop,
    network: scaled,
    weights: [hiddenWeight, outputWeight],
    scaledWeights: scaled.layers.map(({ weight }) => weight),
    all: subnetworksOf(dropout, x, pDrop),
    largestWeight: Math.max(...[hiddenWeight, outputWeight].flat(2)),
    full,
    average: average.arithmetic_mean[0]!,
    scaled: average.scaled_full_network[0]!,
    unscaled: full.layers.at(-1)!.activation[0]![0]!,
  };
}
