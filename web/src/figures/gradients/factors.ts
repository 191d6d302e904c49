import { complement } from "../../state/convention.svelte";
import { compact, rounded } from "../../text/format";
import type { MiniBatch } from "./mini_batch";
import { inputs } from "./samples";
import type { Weight } from "./weight";

const inProduct = (value: number, digits = 2) =>
  value < 0 ? `(${rounded(value, digits)})` : rounded(value, digits);

/**
 * What the chain rule multiplies for a weight's gradient, as text: the slope of the loss by the
 * output, then all on the way back to the weight.
 */
export function factorsOf(
  { network, gradients, pass, keepMasks }: MiniBatch,
  sample: number,
  { layer, output, input }: Weight,
): string {
  const slope = inProduct(gradients.sample_bias_gradients[sample]![1]![0]!);
  if (layer === 1) {
    if (input === null) return slope;
    return `${slope} × ${inProduct(pass.layers[0]!.dropped_output[sample]![input]!)}`;
  }
  const weight = inProduct(network.layers[1]!.weight[0]![output]!);
  const keep = keepMasks[1]![sample]![output]!;
  const pKeep = compact(complement(network.layers[0]!.p_drop));
  const back = `${slope} × ${weight} × ${keep} ÷ ${pKeep}`;
  return input === null ? back : `${back} × ${inProduct(inputs[sample]![input]!, 1)}`;
}
