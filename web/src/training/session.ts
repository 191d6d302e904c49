import type { TrainingBatch, TrainingSnapshot, TrainingState } from "../core/training_types";
import type { JobOptions } from "../core/types";

/**
 * A network being trained, in a worker of its own where there are workers. Calls are answered in
 * their order. One who starts a session disposes of it. After an error it goes on working, unless
 * its worker has ended: then each call rejects with that error. Training starts anew with the same
 * options to the same bits, so that nothing is lost for good.
 */
export interface TrainingSession {
  /**
   * Makes that many updates, none with 0, and evaluates the network after them. Fewer are made when
   * training diverges; after that, only 0 are allowed. Aborting rejects at once; what has been
   * computed until then remains, and the next call tells how many updates that are.
   */
  step(updates: number, options?: JobOptions): Promise<TrainingState>;
  /** What the next update will use; nothing changes. */
  nextBatch(): Promise<TrainingBatch>;
  snapshot(): Promise<TrainingSnapshot>;
  /** Ends the worker; whatever is still waited for rejects. Not wrong to do twice. */
  dispose(): void;
}
