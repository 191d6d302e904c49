import type { Dropout } from "../../api/dropout";
import { complement } from "../../state/convention.svelte";
import { significant } from "../../text/format";
import { text } from "../../text";
import { product } from "../shared/product";
import type { Subnetwork } from "./subnetwork";

const number = (value: number) => significant(value, 3);

/** What a unit adds to the output, step by step: undefined where that is not known. */
export function arithmetic(
  dropout: Dropout,
  { layers }: Subnetwork,
  looked: { layer: number; unit: number },
  isShort: boolean,
): string | undefined {
  const masked = layers.find(({ layer }) => layer === looked.layer);
  const unit = masked?.units[looked.unit];
  if (!masked || unit?.activation === undefined || unit.passedOn === undefined) return undefined;
  const { activation, passedOn, weight, isKept } = unit;
  const words = text.averages.picture.arithmetic;
  return words(
    isShort,
    number(activation),
    isKept ? "1" : "0",
    // Where everything is dropped, nothing is divided.
    masked.pDrop < 1 ? String(complement(masked.pDrop)) : undefined,
    weight === undefined ? undefined : number(weight),
    number(weight === undefined ? passedOn : product(dropout, weight, passedOn)),
  );
}
