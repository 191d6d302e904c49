import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { Mask } from "./mask_text";
import type { Question } from "./settings";

/** A layer with a mask, from the inputs on. */
export interface MaskedLayer {
  /** 0: the inputs. */
  layer: number;
  pDrop: number;
  units: MaskedUnit[];
}

export interface MaskedUnit {
  isKept: boolean;
  /** Before dropout, and after; undefined where the network was not run. */
  activation: number | undefined;
  passedOn: number | undefined;
  /** To the output that is looked at; undefined where other layers lie between. */
  weight: number | undefined;
}

/** One subnetwork: which units it keeps, and what they pass on. */
export interface Subnetwork {
  network: Network;
  mask: Mask;
  output: number;
  /** The last one first, as it is drawn. */
  layers: MaskedLayer[];
}

/** Larger networks are not run again for a subnetwork whose output is known. */
const mostWeights = 100_000;

export const isQuick = ({ network }: Question): boolean =>
  network.layers.reduce((sum, { weight, bias }) => sum + bias.length * weight[0]!.length, 0) <=
  mostWeights;

export function subnetworkOf(
  dropout: Dropout,
  question: Question,
  mask: Mask,
  knownOutput: number | undefined,
): Subnetwork {
  const { network, input, output } = question;
  const isRun = knownOutput === undefined || isQuick(question);
  const pass = isRun
    ? dropout.forward(network, [input], { keep_masks: mask.map((row) => [row]) })
    : undefined;
  const layers = mask.map((row, layer): MaskedLayer => {
    const from = layer === 0 ? undefined : pass?.layers[layer - 1];
    const activation = layer === 0 ? input : from?.activation[0];
    const passedOn = layer === 0 ? pass?.dropped_inputs[0] : from?.dropped_output[0];
    const isLast = layer === network.layers.length - 1;
    return {
      layer,
      pDrop: layer === 0 ? network.input_p_drop : network.layers[layer - 1]!.p_drop,
      units: row.map((digit, unit) => ({
        isKept: digit === 1,
        activation: activation?.[unit],
        passedOn: passedOn?.[unit],
        weight: isLast ? network.layers[layer]!.weight[output]![unit]! : undefined,
      })),
    };
  });
  return {
    network,
    mask,
    output: pass ? pass.layers.at(-1)!.activation[0]![output]! : knownOutput!,
    layers: layers.filter(({ pDrop }) => pDrop > 0).reverse(),
  };
}
