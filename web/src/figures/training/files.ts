import type { DataTable } from "../../ui/sharing/csv";
import type { NetworkFile } from "../../ui/sharing/network_file";
import { text } from "../../text";
import type { ByArm } from "../networks/pair";
import type { Network } from "../../api/core/types";
import type { Point, Trained } from "../networks/trained";
import { arms, type Arm } from "../networks/task";

/** The curves, with all their digits, and the confusions on test data of the networks on screen. */
export function tablesOf({ points }: Trained, shown: Point): DataTable[] {
  const { columns } = text.training;
  return arms.flatMap((arm) => {
    const confusion = shown.states[arm].test.confusion_matrix;
    const curves: DataTable = {
      name: `${arm}-dropout-curves`,
      columns: columns.curves,
      rows: points.map((point) => rowOf(point, arm)),
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

function rowOf({ states, maskedError }: Point, arm: Arm) {
  const { updates, updates_per_epoch, learning_rate, training, test } = states[arm];
  return [
    updates,
    updates / updates_per_epoch,
    learning_rate,
    training.loss,
    test.loss,
    training.error ?? "",
    test.error ?? "",
    // Without dropout, masks are never on.
    (arm === "with" ? maskedError : training.error) ?? "",
  ];
}

/** Both networks on screen. */
export const networksOf = (networks: ByArm<Network>): NetworkFile[] =>
  arms.map((arm) => ({
    label: text.training.networkFiles[arm],
    name: `${arm}-dropout-network`,
    network: networks[arm],
  }));
