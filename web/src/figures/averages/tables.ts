import type { DataTable } from "../../ui/sharing/csv";
import { countedColumns } from "../../ui/sharing/csv";
import { text } from "../../text";
import type { Answer } from "./answer";
import { contendersOf } from "./contenders";
import type { Histogram } from "./histogram";
import type { MonteCarlo } from "./monte_carlo";

/** What the figure shows, with all its digits. */
export function tablesOf(
  answer: Answer,
  histogram: Histogram | undefined,
  monteCarlo: MonteCarlo | undefined,
): DataTable[] {
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
  const bars = histogram?.distribution;
  const errors = monteCarlo?.errors;
  return [
    contenders,
    ...(bars
      ? [
          {
            name: "distribution",
            columns: [words.from, words.to, words.probability],
            rows: bars.probability.map((probability, bin) => [
              bars.edges[bin]!,
              bars.edges[bin + 1]!,
              probability,
            ]),
          },
        ]
      : []),
    ...(errors
      ? [
          {
            name: "monte-carlo",
            columns: [words.k, words.expected, ...countedColumns(words.run, errors.error.length)],
            rows: errors.expected_error.map((expected, i) => [
              i + 1,
              expected,
              ...errors.error.map((run) => run[i]!),
            ]),
          },
        ]
      : []),
  ];
}
