import type { Network } from "../../api/core/types";
import type { Field } from "../../state/fields";

/** `[layer][unit]`, inputs first, 1 = keep: one subnetwork's mask. */
export type Mask = number[][];

/** More digits would make a link too long to send. */
const mostCharacters = 300;

/** A mask in links: its digits, layer by layer. None at first. */
export const maskText: Field<string> = {
  initial: "",
  toText: (text) => (text.length <= mostCharacters ? text : undefined),
  fromText: (text) => (text.length <= mostCharacters && /^[01,]*$/.test(text) ? text : undefined),
};

export const textOf = (mask: Mask): string => mask.map((row) => row.join("")).join(",");

/** Undefined where it is not a mask of this network: it has other layers, or drops what none can. */
export function maskFrom(text: string, { input_p_drop, layers }: Network): Mask | undefined {
  const mask = text.split(",").map((row) => [...row].map(Number));
  const isOfLayer = (row: number[], l: number) =>
    row.length === layers[l]!.weight[0]!.length &&
    ((l === 0 ? input_p_drop : layers[l - 1]!.p_drop) > 0 || !row.includes(0));
  return mask.length === layers.length && mask.every(isOfLayer) ? mask : undefined;
}

export const toggled = (mask: Mask, layer: number, unit: number): Mask =>
  mask.map((row, l) =>
    l === layer ? row.map((digit, u) => (u === unit ? 1 - digit : digit)) : row,
  );
