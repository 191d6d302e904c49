import { countedColumns, type DataTable } from "../../ui/sharing/csv";
import { text } from "../../text";
import { grid, networks, truth } from "./networks";
import type { Trained } from "./training";

/** The samples, and all curves at the points through which they are drawn. */
export function tablesOf({ data, comparison }: Trained): DataTable[] {
  const { columns } = text.why;
  const { inputs, targets } = data.whole;
  return [
    {
      name: "samples",
      columns: [columns.input, columns.target],
      rows: inputs.map(([x], i) => [x!, targets[i]![0]!]),
    },
    {
      name: "curves",
      columns: [
        columns.input,
        columns.line,
        ...countedColumns(columns.network, networks),
        columns.average,
      ],
      rows: grid.map(([x], i) => [
        x!,
        truth[i]![0]!,
        ...comparison.curves.map((curve) => curve[i]!),
        comparison.average[i]!,
      ]),
    },
  ];
}
