import type { TrainingState } from "../../api/core/training_types";
import type { Network } from "../../api/core/types";
import type { ByArm } from "./pair";
import type { Task } from "./task";

/** Both networks after as many updates. */
export interface Point {
  updates: number;
  states: ByArm<TrainingState>;
  /**
   * How often the network with dropout is wrong about training samples while masks are on; undefined
   * where nothing can be dropped, or there are no classes.
   */
  maskedError: number | undefined;
  /** Undefined where large networks are kept at a few points only. */
  networks: ByArm<Network> | undefined;
}

/** Both networks' training, as far as it has come. */
export interface Trained {
  task: Task;
  /** How long the run is. */
  epochs: number;
  /** From the untrained networks on. */
  points: Point[];
  isFinished: boolean;
}

export const updatesPerEpoch = ({ points }: Trained): number =>
  points[0]!.states.without.updates_per_epoch;

/** Of the whole run. */
export const allUpdates = (trained: Trained): number => trained.epochs * updatesPerEpoch(trained);
