import type { TrainingBatch, TrainingState } from "../../api/core/training_types";
import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { arms, type Arm, type Task } from "./task";

export type ByArm<T> = Record<Arm, T>;

/** One update: of which network, by which samples, with which masks. */
export interface Update {
  before: Network;
  batch: TrainingBatch;
}

/** Both networks in training, at the same time and in step. */
export interface Pair {
  /** Makes so many updates of each, or of one that diverges as many as it can. */
  advance(updates: number): Promise<ByArm<TrainingState>>;
  networks(): Promise<ByArm<Network>>;
  /** What the next update will be. */
  nextUpdate(): Promise<ByArm<Update>>;
  dispose(): void;
}

export async function byArm<T>(compute: (arm: Arm) => Promise<T>): Promise<ByArm<T>> {
  const [without, with_] = await Promise.all(arms.map(compute));
  return { without: without!, with: with_! };
}

/** Who starts a pair disposes of it. */
export async function trainPair(dropout: Dropout, { options, networks }: Task): Promise<Pair> {
  const starting = arms.map((arm) => dropout.train({ ...options, network: networks[arm] }));
  const dispose = () => {
    for (const start of starting) start.then((session) => session.dispose()).catch(() => {});
  };
  try {
    const [without, with_] = await Promise.all(starting);
    const sessions = { without: without!, with: with_! };
    const hasDiverged = { without: false, with: false };
    return {
      advance: (updates) =>
        byArm(async (arm) => {
          const state = await sessions[arm].step(hasDiverged[arm] ? 0 : updates);
          hasDiverged[arm] = state.diverged;
          return state;
        }),
      networks: () => byArm(async (arm) => (await sessions[arm].snapshot()).network),
      nextUpdate: () =>
        byArm(async (arm) => ({
          before: (await sessions[arm].snapshot()).network,
          batch: await sessions[arm].nextBatch(),
        })),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}
