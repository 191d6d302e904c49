import type { CoreTraining } from "../core/module";
import type { TrainingBatch, TrainingSnapshot, TrainingState } from "../core/training_types";
import type { JobOptions } from "../core/types";
import { checkUpdates, splitJobOptions, refuseOptions } from "../input/options";
import { type Mark, secondsLeft } from "../pool/pace";
import type { Anywhere } from "../pool/long_calls";
import { untilAborted } from "../pool/until_aborted";
import { unwrap } from "../core/unwrap";

/**
 * A network being trained, in a worker of its own where there are workers. Calls are answered in
 * their order. Who starts a session disposes of it. After an error it goes on working, unless its
 * worker has ended: then each call rejects. Training that is started with the same options comes to
 * the same bits after as many updates, so that nothing is lost for good.
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
  /** The network as it is now. */
  snapshot(): Promise<TrainingSnapshot>;
  /** Ends the worker; whatever is still waited for rejects. Not wrong to do twice. */
  dispose(): void;
}

/** Where a session is computed: here, or in a worker. */
export interface Place {
  training: {
    [Name in "step" | "state" | "nextBatch" | "snapshot"]: Anywhere<CoreTraining[Name]>;
  };
  /** How long updates may be made before it is seen whether they are still wanted. */
  sliceMilliseconds: number;
  /** Between slices. */
  pause(): Promise<void>;
  /** Why, once the place is gone. */
  ended: Promise<string>;
  end(): void;
}

export function session(place: Place): TrainingSession {
  const { training } = place;
  let isOver = false;
  let fail: (error: Error) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  // Told to whoever calls, and to nobody where nobody does.
  failed.catch(() => {});
  const finish = (problem: string) => {
    isOver = true;
    fail(new Error(problem));
  };
  void place.ended.then((reason) =>
    finish(`the training's worker stopped unexpectedly: ${reason}`),
  );

  let last: Promise<unknown> = Promise.resolve();
  function inOrder<T>(call: () => Promise<T>): Promise<T> {
    if (isOver) return failed;
    const result = last.then(() => (isOver ? failed : call()));
    last = result.catch(() => {});
    return Promise.race([result, failed]);
  }

  /** In slices, the first one a single update, the others as long as their time allows. */
  async function update(updates: number, { signal, onProgress }: JobOptions) {
    let first: Mark | undefined;
    const before = unwrap(await training.step(0));
    let slice = 1;
    for (let made = 0; made < updates && !isOver;) {
      signal?.throwIfAborted();
      const asked = Math.min(slice, updates - made);
      const sliceStart = performance.now();
      const total = unwrap(await training.step(asked)) - before;
      const now = performance.now();
      const hasDiverged = total < made + asked;
      made = total;
      slice = Math.ceil((asked * place.sliceMilliseconds) / Math.max(now - sliceStart, 0.1));
      if (hasDiverged) break;
      const mark = { done: made, time: now };
      first ??= mark;
      const seconds_left = secondsLeft(first, mark, updates);
      if (made < updates && seconds_left !== undefined) {
        onProgress?.({ fraction: made / updates, seconds_left });
      }
      await place.pause();
    }
    if (isOver) await failed;
    const state = unwrap(await training.state());
    onProgress?.({ fraction: 1, seconds_left: 0 });
    return state;
  }

  return {
    async step(updates, options = {}) {
      const { job, rest } = splitJobOptions(options);
      refuseOptions(rest);
      checkUpdates(updates);
      job.signal?.throwIfAborted();
      return untilAborted(
        inOrder(() => update(updates, job)),
        job.signal,
      );
    },
    nextBatch: () => inOrder(async () => unwrap(await training.nextBatch())),
    snapshot: () => inOrder(async () => unwrap(await training.snapshot())),
    dispose() {
      if (isOver) return;
      finish("the training session has been disposed of");
      place.end();
    },
  };
}
