import type { TrainingState } from "../../api/core/training_types";
import type { Dropout } from "../../api/dropout";
import type { Mark } from "../../api/pool/pace";
import { byArm, trainPair, type ByArm, type Pair, type Update } from "./pair";
import { targetOf } from "./position";
import type { Speed } from "./settings";
import { arms, type Arm, type Task } from "./task";
import type { Trained, Wanted } from "./trained";

/** Milliseconds of a hand at rest, before other settings start networks over. */
export const rest = 300;

const mostPoints = 200;
/** Milliseconds from one picture to the next: of single updates, to watch, and as fast as it goes. */
const pause = { slow: 400, watch: 100, fast: 100 };

/**
 * Trains both networks of a task until they have had as many updates as are wanted. Where fewer are
 * wanted than they have had, they start over: training is the same each time.
 */
export class PairTrainer {
  readonly #dropout: Dropout;
  readonly #wanted: () => Wanted | undefined;
  readonly #publish: (trained: Trained) => void;
  /** Undefined after an error. */
  #pair: Pair | undefined;
  #states: ByArm<TrainingState[]> = { without: [], with: [] };
  /** What the networks have had when the step that is being made is finished. */
  #updates = 0;
  #isRunning = false;
  #isAsked = false;
  #isDisposed = false;
  #lastPicture = -Infinity;
  /** When the first step was finished since training was started or changed. */
  #from: Mark | undefined;
  #speed: Speed | undefined;

  /**
   * `pair`: of the task, untrained. The trainer disposes of it. `wanted`: undefined where training is to
   * stand still for now.
   */
  constructor(
    dropout: Dropout,
    readonly task: Task,
    pair: Pair,
    wanted: () => Wanted | undefined,
    publish: (trained: Trained) => void,
  ) {
    this.#dropout = dropout;
    this.#pair = pair;
    this.#wanted = wanted;
    this.#publish = publish;
  }

  /** How many updates it can stop at, at once. */
  get updates(): number {
    const wanted = this.#wanted();
    return wanted && this.#updates <= this.#targetOf(wanted) ? this.#updates : 0;
  }

  /** To be called whenever something else is wanted. After an error, the next call starts over. */
  async go() {
    this.#isAsked = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#from = undefined;
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
    const wanted = this.#wanted();
    if (!wanted) return false;
    if (!this.#pair) await this.#startOver();
    if (this.#targetOf(wanted) < this.#updates) {
      // The length of a run may be half typed.
      if (wanted.updates >= this.#updates)
        await new Promise((resolve) => setTimeout(resolve, rest));
      const now = this.#wanted();
      if (now && this.#targetOf(now) < this.#updates) await this.#startOver();
      return now !== undefined;
    }
    const pair = this.#pair!;
    if (this.#states.without.length === 0) {
      this.#record(await pair.advance(0), wanted);
      await this.#show(undefined, undefined);
    }
    const target = this.#targetOf(wanted);
    if (this.#updates >= target || this.#hasEnded) return false;

    // Where it is to stop before the end, the last update is looked at by itself.
    const stopsEarly = target < wanted.epochs * this.#last("without").updates_per_epoch;
    const isEndless = wanted.updates === Infinity;
    const isSlow = isEndless && wanted.speed === "slow";
    const isSingle = isSlow || (stopsEarly && this.#updates === target - 1);
    const next = isSingle
      ? this.#updates + 1
      : this.#nextPoint(stopsEarly ? target - 1 : target, wanted);
    const update = isSingle ? await pair.nextUpdate() : undefined;
    const step = next - this.#updates;
    this.#updates = next;
    this.#record(await pair.advance(step), wanted);
    const pace = this.#paceAt(wanted.speed);

    const isPaced = isEndless && wanted.speed !== "fast" && next < target;
    const early = this.#lastPicture + pause[wanted.speed] - performance.now();
    if (isPaced && early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const now = this.#wanted();
    const isLast = !now || this.#hasEnded || next >= this.#targetOf(now);
    if (isPaced || isLast || early <= 0) await this.#show(update, isLast ? undefined : pace);
    return true;
  }

  async #startOver() {
    this.#pair?.dispose();
    this.#pair = await trainPair(this.#dropout, this.task);
    if (this.#isDisposed) this.#pair.dispose();
    this.#states = { without: [], with: [] };
    this.#updates = 0;
    this.#from = undefined;
  }

  #last(arm: Arm): TrainingState {
    return this.#states[arm].at(-1)!;
  }

  get #hasEnded(): boolean {
    return arms.every((arm) => this.#last(arm).diverged);
  }

  #targetOf(wanted: Wanted): number {
    const state = this.#states.without[0];
    return state ? targetOf(wanted, state.updates_per_epoch) : wanted.updates;
  }

  /** Updates from one point of the curves to the next. */
  #stride({ epochs }: Wanted): number {
    return Math.max(1, Math.ceil(epochs / mostPoints)) * this.#last("without").updates_per_epoch;
  }

  #nextPoint(limit: number, wanted: Wanted): number {
    const stride = this.#stride(wanted);
    return Math.min(limit, (Math.floor(this.#updates / stride) + 1) * stride);
  }

  #paceAt(speed: Speed): Trained["pace"] {
    const to = { done: this.#updates, time: performance.now() };
    if (speed !== this.#speed) this.#from = undefined;
    this.#speed = speed;
    this.#from ??= to;
    return { from: this.#from, to };
  }

  #record(states: ByArm<TrainingState>, wanted: Wanted) {
    for (const arm of arms) {
      const all = this.#states[arm];
      const last = all.at(-1);
      all.push(states[arm]);
      // What lies between two points is only shown while it is the newest.
      const isBetween = last && last.updates % this.#stride(wanted) !== 0;
      if (isBetween || last?.updates === states[arm].updates) all.splice(-2, 1);
    }
  }

  async #show(update: ByArm<Update> | undefined, pace: Trained["pace"]) {
    this.#lastPicture = performance.now();
    const networks = await this.#pair!.networks();
    if (this.#isDisposed) return;
    const runs = await byArm(async (arm) => ({
      network: networks[arm],
      states: [...this.#states[arm]],
      update: update?.[arm],
    }));
    this.#publish({
      task: this.task,
      runs,
      updates: this.#updates,
      pace,
    });
  }
}
