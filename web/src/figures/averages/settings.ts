import type { Activation, Network, Seed } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { text } from "../../text";
import type { OwnNetwork } from "./own_network";

export type HiddenActivation = Extract<Activation, "identity" | "relu" | "tanh" | "sigmoid">;
export type OutputActivation = Extract<Activation, "identity" | "sigmoid" | "softmax">;

/** What the reader can choose. Index 0 is hidden layer 1; layer 2 counts where there are two. */
export interface Settings {
  hiddenLayers: "one" | "two";
  units: [number, number];
  pDrop: [number, number];
  hiddenActivation: HiddenActivation;
  outputActivation: OutputActivation;
  /** Which of a softmax's classes is shown. */
  shownClass: "0" | "1" | "2";
  inputs: [number, number];
  inputPDrop: number;
  seed: Seed;
  /** Beside the right averages, the one that weights all subnetworks equally. */
  showsWrongAverage: boolean;
  /** Instead of all that, a network of the reader's own. */
  own: OwnNetwork | null;
}

const names = text.averages.activations;

export const hiddenActivationNames: Record<HiddenActivation, string> = {
  identity: names.identity,
  relu: names.relu,
  tanh: names.tanh,
  sigmoid: names.sigmoid,
};

export const outputActivationNames: Record<OutputActivation, string> = {
  identity: names.identity,
  sigmoid: names.sigmoid,
  softmax: text.averages.softmaxOfThree,
};

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
