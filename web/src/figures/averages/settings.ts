import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { ValuesOf } from "../../state/fields";
import { text } from "../../text";
import type { networkFields } from "./fields";

/** Of the network: all that an answer follows from. */
export type Settings = ValuesOf<typeof networkFields>;

/** A network, what goes into it, and which of its outputs is looked at. */
export interface Question {
  settings: Settings;
  network: Network;
  input: number[];
  output: number;
}

export function questionOf(dropout: Dropout, settings: Settings): Question {
  if (settings.own) return { settings, ...settings.own };
  const isSoftmax = settings.outputActivation === "softmax";
  const layers = settings.hiddenLayers === "one" ? 1 : 2;
  const network = dropout.network({
    generator: "torch",
    seed: settings.seed,
    widths: [2, ...settings.units.slice(0, layers), isSoftmax ? 3 : 1],
    hidden_activation: settings.hiddenActivation,
    output_activation: settings.outputActivation,
    input_p_drop: settings.inputPDrop,
    hidden_p_drop: 0,
  });
  for (let l = 0; l < layers; ++l) network.layers[l]!.p_drop = settings.pDrop[l]!;
  return {
    settings,
    network,
    input: settings.inputs,
    output: isSoftmax ? Number(settings.shownClass) : 0,
  };
}

export interface Mask {
  name: string;
  units: number;
}

/** The masks that can drop something, from the inputs on. */
export function masksOf({ input_p_drop, layers }: Network): Mask[] {
  const all = [
    {
      name: text.averages.how.theInputs,
      units: layers[0]!.weight[0]!.length,
      p_drop: input_p_drop,
    },
    ...layers.map(({ weight, p_drop }, l) => ({
      name: text.averages.how.layer(l + 1),
      units: weight.length,
      p_drop,
    })),
  ];
  return all.filter(({ p_drop }) => p_drop > 0);
}

/** How many units the masks can drop: the n of 2^n subnetworks. */
export function droppableUnits(network: Network): number {
  return masksOf(network).reduce((sum, { units }) => sum + units, 0);
}
