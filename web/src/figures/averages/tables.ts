import type { DataTable } from "../../ui/sharing/csv";
import { countedColumns } from "../../ui/sharing/csv";
import { text } from "../../text";
import type { Answer } from "./answer";
import { contendersOf } from "./contenders";
import type { Spread } from "./spread";

/** What the figure shows, with all its digits. */
export function tablesOf(answer: Answer, spread: Spread | undefined): DataTable[] {
  const words = text.averages.columns;
  const contenders: DataTable = {
    name: "averages",
    columns: [words.name, words.value, words.standardError],
    rows: contendersOf(answer).map(({ letter, quantity }) => [
      letter,
      quantity.value,
      quantity.standardError ?? "",
    ]),
  };
  if (!spread) return [contenders];
  const { distribution, monteCarlo } = spread;
  return [
    contenders,
    {
      name: "distribution",
      columns: [words.from, words.to, words.probability],
      rows: distribution.probability.map((probability, bin) => [
        distribution.edges[bin]!,
        distribution.edges[bin + 1]!,
        probability,
      ]),
    },
    ...(monteCarlo
      ? [
          {
            name: "monte-carlo",
            columns: [
              words.k,
              words.expected,
              ...countedColumns(words.run, monteCarlo.error.length),
            ],
            rows: monteCarlo.expected_error.map((expected, i) => [
              i + 1,
              expected,
              ...monteCarlo.error.map((run) => run[i]!),
            ]),
          },
        ]
      : []),
  ];
}
