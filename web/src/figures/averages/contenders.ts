import type { MarkerKind } from "../../chart/MarkerShape.svelte";
import type { Answer } from "./answer";
import type { Quantity } from "./quantity";

/** A number that stands for all subnetworks, by the name it has in the figure. */
export interface Contender {
  kind: MarkerKind;
  letter: string;
  name: string;
  quantity: Quantity;
}

export function contendersOf({ how, arithmetic, geometric, scaled, wrong }: Answer): Contender[] {
  return [
    {
      kind: "average",
      letter: "A",
      name: `average of all subnetworks${how.isExact ? "" : ", estimated"}`,
      quantity: arithmetic,
    },
    ...(geometric
      ? [
          {
            kind: "geometric" as const,
            letter: "G",
            name: "their geometric mean, renormalized",
            quantity: geometric,
          },
        ]
      : []),
    { kind: "scaled", letter: "S", name: "scaled full network, one pass", quantity: scaled },
    ...(wrong
      ? [
          {
            kind: "wrong" as const,
            letter: "W",
            name: "wrong: all weighted equally",
            quantity: wrong,
          },
        ]
      : []),
  ];
}
