import { text } from "../../text";
import type { Answer } from "./answer";
import type { Quantity } from "./quantity";

export type ContenderKind = "average" | "geometric" | "scaled" | "wrong";

/** A number that stands for all subnetworks, by the name it has in the figure. */
export interface Contender {
  kind: ContenderKind;
  letter: string;
  name: string;
  quantity: Quantity;
}

export function contendersOf({ how, arithmetic, geometric, scaled, wrong }: Answer): Contender[] {
  const words = text.averages.contenders;
  return [
    {
      kind: "average",
      letter: "A",
      name: how.isExact ? words.average : words.estimated,
      quantity: arithmetic,
    },
    ...(geometric
      ? [
          {
            kind: "geometric" as const,
            letter: "G",
            name: words.geometric,
            quantity: geometric,
          },
        ]
      : []),
    { kind: "scaled", letter: "S", name: words.scaled, quantity: scaled },
    ...(wrong
      ? [
          {
            kind: "wrong" as const,
            letter: "W",
            name: words.wrong,
            quantity: wrong,
          },
        ]
      : []),
  ];
}
