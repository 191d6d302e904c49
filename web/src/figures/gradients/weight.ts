import type { Gradients, Matrix, Network } from "../../api/core/types";
import { text } from "../../text";

/** A weight, or where `input` is null the bias, of one unit of a layer. All from 0. */
export interface Weight {
  layer: number;
  output: number;
  input: number | null;
}

export const flatWeights = ({ layers }: Network): Weight[] =>
  layers.flatMap(({ weight }, layer) =>
    weight.flatMap((row, output) => [
      ...row.map((_, input) => ({ layer, output, input })),
      { layer, output, input: null },
    ]),
  );

/** As it stands in the address: "0/2/1", or "0/2/b" for a bias. */
export const keyOf = ({ layer, output, input }: Weight): string =>
  `${layer}/${output}/${input ?? "b"}`;

export function nameOf({ layer, output, input }: Weight): string {
  const words = text.gradients;
  const from =
    input === null ? words.bias : layer === 0 ? words.input(input + 1) : words.unit(input + 1);
  return words.nameOf(from, layer === 0 ? words.unit(output + 1) : words.out);
}

/** The hidden unit that a weight leads into or comes from; none for the output's bias. */
export const hiddenUnitOf = ({ layer, output, input }: Weight): number | null =>
  layer === 0 ? output : input;

/** The weights that leave the same unit, or all biases of the layer: what a table shows together. */
export const besides = (all: Weight[], { layer, input }: Weight): Weight[] =>
  layer === 0
    ? all.filter((other) => other.layer === layer && other.input === input)
    : all.filter((other) => other.layer === layer);

/**
 * Where an arrow key leads from a connection: left and right along the units it starts at, up and
 * down between the layers. Itself where there is nothing on that side.
 */
export function neighbour(
  { layers }: Network,
  { layer, output, input }: Weight,
  key: string,
): Weight {
  const from = input ?? 0;
  const inputs = layers[0]!.weight[0]!.length;
  const hidden = layers[0]!.weight.length;
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step !== undefined) {
    // Along all connections of the layer, the ones into one unit after the ones into another.
    const last = layer === 0 ? inputs * hidden - 1 : hidden - 1;
    const place = Math.max(0, Math.min(last, (layer === 0 ? output * inputs : 0) + from + step));
    return layer === 0
      ? { layer, output: Math.floor(place / inputs), input: place % inputs }
      : { layer, output, input: place };
  }
  if (key === "ArrowDown" && layer === 0) return { layer: 1, output: 0, input: output };
  if (key === "ArrowUp" && layer === 1) return { layer: 0, output: from, input: 0 };
  return { layer, output, input };
}

const entry = (weights: Matrix[], biases: Matrix, { layer, output, input }: Weight): number =>
  input === null ? biases[layer]![output]! : weights[layer]![output]![input]!;

export const valueIn = ({ layers }: Network, weight: Weight): number =>
  entry(
    layers.map((layer) => layer.weight),
    layers.map(({ bias }) => bias),
    weight,
  );

export const sampleGradients = (gradients: Gradients, weight: Weight): number[] =>
  gradients.sample_weight_gradients.map((weights, sample) =>
    entry(weights, gradients.sample_bias_gradients[sample]!, weight),
  );

export const meanGradient = (gradients: Gradients, weight: Weight): number =>
  entry(gradients.mean_weight_gradients, gradients.mean_bias_gradients, weight);
