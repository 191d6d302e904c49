import type { TrainingState } from "../../core/training_types";
import type { Network } from "../../core/types";
import type { Dropout } from "../../dropout";
import { both, trainPair, type Both, type Pair, type Update } from "./pair";
import type { Settings } from "./settings";
import { arms, type Arm, type Task } from "./task";

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
  runs: Both<Run>;
  updates: number;
  /** Of the whole run. */
  allUpdates: number;
  /** Whether the run has ended: all updates are made, or both networks have diverged. */
  isOver: boolean;
  /** Until its end, estimated; undefined while there is nothing to tell it from. */
  secondsLeft: number | undefined;
}

const mostPoints = 200;
/** Milliseconds from one picture to the next: of single updates, to watch, and as fast as it goes. */
const pause = { slow: 400, watch: 100, fast: 100 };

/**
 * Trains both networks of a task until they have had as many updates as are wanted. Where fewer are
 * wanted than they have had, they start over: training is the same each time.
 */
export class Course {
  readonly #dropout: Dropout;
  readonly #task: Task;
  readonly #wanted: () => Wanted;
  readonly #publish: (trained: Trained) => void;
  /** Undefined after an error. */
  #pair: Pair | undefined;
  #states: Both<TrainingState[]> = { without: [], with: [] };
  /** What the networks have had when the step that is being made is finished. */
  #updates = 0;
  #isRunning = false;
  #isAsked = false;
  #isDisposed = false;
  #lastPicture = -Infinity;
  /** What the time left is told from. */
  #began = { updates: 0, time: 0 };

  /** `pair`: of the task, untrained. The course disposes of it. */
  constructor(
    dropout: Dropout,
    task: Task,
    pair: Pair,
    wanted: () => Wanted,
    publish: (trained: Trained) => void,
  ) {
    this.#dropout = dropout;
    this.#task = task;
    this.#pair = pair;
    this.#wanted = wanted;
    this.#publish = publish;
  }

  /** How many updates it can stop at, at once. */
  get updates(): number {
    return this.#updates;
  }

  /** To be called whenever something else is wanted. After an error, the next call starts over. */
  async go() {
    this.#isAsked = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#began = { updates: this.#updates, time: performance.now() };
    try {
      while (this.#isAsked) {
        this.#isAsked = false;
        while (!this.#isDisposed && (await this.#advance()));
      }
    } catch (error) {
      if (this.#isDisposed) return;
      this.#pair?.dispose();
      this.#pair = undefined;
      throw error;
    } finally {
      this.#isRunning = false;
    }
  }

  dispose() {
    this.#isDisposed = true;
    this.#pair?.dispose();
  }

  /** Takes one step towards what is wanted, if there is one to take. */
  async #advance(): Promise<boolean> {
    const { updates: wanted, speed } = this.#wanted();
    if (!this.#pair || wanted < this.#updates) await this.#startOver();
    const pair = this.#pair!;
    if (this.#states.without.length === 0) {
      this.#record(await pair.advance(0));
      await this.#show(undefined);
    }
    const target = Math.min(wanted, this.#allUpdates);
    if (this.#updates >= target || this.#isOver) return false;

    // Where it is to stop before the end, the last update is looked at by itself.
    const stopsEarly = target < this.#allUpdates;
    const isSlow = wanted === Infinity && speed === "slow";
    const isSingle = isSlow || (stopsEarly && this.#updates === target - 1);
    const next = isSingle ? this.#updates + 1 : this.#nextPoint(stopsEarly ? target - 1 : target);
    const update = isSingle ? await pair.nextUpdate() : undefined;
    const step = next - this.#updates;
    this.#updates = next;
    this.#record(await pair.advance(step));

    const isPaced = wanted === Infinity && speed !== "fast" && next < target;
    const rest = this.#lastPicture + pause[speed] - performance.now();
    if (isPaced && rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    const isLast = this.#isOver || next >= this.#wanted().updates;
    if (isPaced || isLast || rest <= 0) await this.#show(update);
    return true;
  }

  async #startOver() {
    this.#pair?.dispose();
    this.#pair = await trainPair(this.#dropout, this.#task);
    if (this.#isDisposed) this.#pair.dispose();
    this.#states = { without: [], with: [] };
    this.#updates = 0;
    this.#began = { updates: 0, time: performance.now() };
  }

  #last(arm: Arm): TrainingState {
    return this.#states[arm].at(-1)!;
  }

  get #isOver(): boolean {
    return this.#updates >= this.#allUpdates || arms.every((arm) => this.#last(arm).diverged);
  }

  get #allUpdates(): number {
    return this.#wanted().epochs * this.#last("without").updates_per_epoch;
  }

  /** Updates from one point of the curves to the next. */
  get #stride(): number {
    const epochs = Math.ceil(this.#wanted().epochs / mostPoints);
    return Math.max(1, epochs) * this.#last("without").updates_per_epoch;
  }

  #nextPoint(limit: number): number {
    const stride = this.#stride;
    return Math.min(limit, (Math.floor(this.#updates / stride) + 1) * stride);
  }

  #record(states: Both<TrainingState>) {
    for (const arm of arms) {
      const all = this.#states[arm];
      const last = all.at(-1);
      all.push(states[arm]);
      // What lies between two points is only shown while it is the newest.
      const isBetween = last && last.updates % this.#stride !== 0;
      if (isBetween || last?.updates === states[arm].updates) all.splice(-2, 1);
    }
  }

  get #secondsLeft(): number | undefined {
    const made = this.#updates - this.#began.updates;
    const seconds = (performance.now() - this.#began.time) / 1000;
    return made > 0 ? (seconds / made) * (this.#allUpdates - this.#updates) : undefined;
  }

  async #show(update: Both<Update> | undefined) {
    this.#lastPicture = performance.now();
    const networks = await this.#pair!.networks();
    if (this.#isDisposed) return;
    const runs = await both(async (arm) => ({
      network: networks[arm],
      states: [...this.#states[arm]],
      update: update?.[arm],
    }));
    this.#publish({
      task: this.#task,
      runs,
      updates: this.#updates,
      allUpdates: this.#allUpdates,
      isOver: this.#isOver,
      secondsLeft: this.#secondsLeft,
    });
  }
}
