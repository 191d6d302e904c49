import type { TrainingState } from "../../api/core/training_types";
import type { DataTable } from "../../ui/sharing/csv";
import type { NetworkFile } from "../../ui/sharing/network_file";
import { text } from "../../text";
import type { Trained } from "../networks/trained";
import { arms } from "../networks/task";

/** The curves, with all their digits, and the networks' confusions on test data. */
export function tablesOf({ runs }: Trained): DataTable[] {
  const { columns } = text.training;
  return arms.flatMap((arm) => {
    const confusion = runs[arm].states.at(-1)!.test.confusion_matrix;
    const curves: DataTable = {
      name: `${arm}-dropout-curves`,
      columns: columns.curves,
      rows: runs[arm].states.map(rowOf),
    };
    return confusion === null
      ? [curves]
      : [
          curves,
          {
            name: `${arm}-dropout-confusion`,
            columns: [columns.trueClass, ...confusion.map((_, c) => columns.predicted(c))],
            rows: confusion.map((row, t) => [t, ...row]),
          },
        ];
  });
}

const rowOf = ({ updates, updates_per_epoch, learning_rate, training, test }: TrainingState) => [
  updates,
  updates / updates_per_epoch,
  learning_rate,
  training.loss,
  test.loss,
  training.error ?? "",
  test.error ?? "",
];

/** Both networks, as they are now. */
export const networksOf = ({ runs }: Trained): NetworkFile[] =>
  arms.map((arm) => ({
    label: text.training.networkFiles[arm],
    name: `${arm}-dropout-network`,
    network: runs[arm].network,
  }));
