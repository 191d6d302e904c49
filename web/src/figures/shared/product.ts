import type { Dropout } from "../../api/dropout";

/** What a connection with this weight brings from a unit that passes on this value. */
export function product(dropout: Dropout, weight: number, value: number): number {
  const connection = {
    input_p_drop: 0,
    layers: [{ weight: [[weight]], bias: [0], activation: "identity", p_drop: 0 }],
  } as const;
  return dropout.forward(connection, [[value]]).layers[0]!.activation[0]![0]!;
}
