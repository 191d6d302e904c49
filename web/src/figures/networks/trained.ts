import type { TrainingState } from "../../api/core/training_types";
import type { Network } from "../../api/core/types";
import type { Mark } from "../../api/pool/pace";
import type { ByArm, Update } from "./pair";
import type { Settings } from "./settings";
import type { Task } from "./task";

export type Wanted = Pick<Settings, "epochs" | "updates" | "speed">;

/** One network's training, as far as it has come. */
export interface Run {
  network: Network;
  /** At regular numbers of updates, and last, as it is now. */
  states: TrainingState[];
  /** The last update, where it was made by itself. */
  update: Update | undefined;
}

/** Both networks, as far as they have come. */
export interface Trained {
  task: Task;
  runs: ByArm<Run>;
  updates: number;
  /** Since it was started or changed, while it goes on: updates made by when. */
  pace: { from: Mark; to: Mark } | undefined;
}
