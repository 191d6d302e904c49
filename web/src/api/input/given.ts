import type { Average } from "../core/averaging_types";
import type { Given, Matrix, Network } from "../core/types";
import {
  copied,
  members,
  numbers,
  one,
  options,
  perLayer,
  rows,
  rowsOf,
  single,
  type Copy,
} from "./reading";

/**
 * Copies of what callers hand over, made before anything else. Jobs go on while the caller changes
 * the originals, and an argument may be anything: a getter may throw, an array have 2^32 - 1 holes,
 * a network contain itself. The core refuses what is wrong with a copy, in its own words.
 */

const layer = members({ weight: rows, bias: numbers, activation: one, p_drop: one });
const network = copied(members({ input_p_drop: one, layers: perLayer(layer) }, ""));
const average = copied(
  members({
    arithmetic_mean: numbers,
    variance: numbers,
    scaled_full_network: numbers,
    rounding: numbers,
  }),
);
const gradients = copied(
  members({ mean_weight_gradients: perLayer(rows), mean_bias_gradients: perLayer(numbers) }),
);
const masks = copied(perLayer(rows));
const matrix = copied(rows);
/** For a network, of which a copy has been made; that may be anything, too. */
const inputsOf = (network: Network | undefined): Copy =>
  copied(rowsOf(network?.layers?.[0]?.weight?.[0]?.length));
const list = copied(numbers);
const labelled = (prefix: string): Copy => options({ inputs: matrix, targets: matrix }, prefix);

export const networkFrom = (value: Given<Network>) => network(value, "network") as Network;
export const averageFrom = (value: Given<Average>) => average(value, "average") as Average;
export const numbersFrom = (value: Given<number[]>, name: string) => list(value, name) as number[];
/** Of a copied network. */
export const inputsFrom = (value: Given<Matrix>, network: Network) =>
  inputsOf(network)(value, "inputs") as Matrix;

/** Inputs of a copied network, with their targets. */
const batchOf = (network: Network | undefined): Copy =>
  options({ inputs: inputsOf(network), targets: matrix, keep_masks: masks });
export const batchFrom = <T>(value: Given<T>, name: string, network: Network) =>
  batchOf(network)(value, name) as T;

const itself: Copy = (value) => value;
const ofAnyCall = options({
  keep_masks: masks,
  widths: list,
  activations: list,
  labels: list,
  network: (value) => network(value, "network"),
  training: labelled("training"),
  test: labelled("test"),
  signal: itself,
  onProgress: itself,
});
const ofLoad = options({ wasmBinary: itself });

/** The options of any call: they differ in names only, and no name has two meanings. */
export const optionsFrom = <T>(value: T) => ofAnyCall(value, "options") as T;
export const loadOptionsFrom = <T>(value: Given<T>) => ofLoad(value, "options") as T;

const always = (copy: Copy) => () => copy;
/** By the arguments' names in errors; some are read as fits a copied network before them. */
const copies = {
  network: always(network),
  input: always(list),
  inputs: inputsOf,
  batch: batchOf,
  gradients: always(gradients),
  learning_rate: always(single),
  outputs: always(matrix),
  options: always(ofAnyCall),
};
export type ArgumentName = keyof typeof copies;

/** Copies of a call's arguments. A network is the first. */
export function copiesOf(names: readonly ArgumentName[], given: readonly unknown[]): unknown[] {
  let first: unknown;
  return names.map((name, place) => {
    const copy = copies[name](first as Network | undefined)(given[place], name);
    first ??= copy;
    return copy;
  });
}
