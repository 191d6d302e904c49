import type { Dropout } from "../../api/dropout";
import { maskedErrorOf } from "./masked_error";
import { trainPair, type Pair } from "./pair";
import { networksEvery, schedule } from "./schedule";
import { arms, type Task } from "./task";
import type { Point, Trained } from "./trained";

/** Milliseconds of a hand at rest, before other settings start networks over. */
export const rest = 300;

const weightsOf = ({ networks }: Task): number =>
  networks.with.layers.reduce((sum, { weight }) => sum + weight.length * weight[0]!.length, 0);

/** Trains both networks of a task to the end of a run, and keeps what they were on the way. */
export class Recorder {
  readonly #dropout: Dropout;
  readonly #mayGo: () => boolean;
  readonly #publish: (trained: Trained) => void;
  /** Undefined after an error. */
  #pair: Pair | undefined;
  #points: Point[] = [];
  #stops: number[] = [];
  #isRunning = false;
  #isAsked = false;
  #isDisposed = false;
  /** The point that is still being measured, while training goes on. */
  #measuring: Promise<void> = Promise.resolve();

  /**
   * `pair`: of the task, untrained. The recorder disposes of it. `mayGo`: whether training may go on
   * beyond the untrained networks.
   */
  constructor(
    dropout: Dropout,
    readonly task: Task,
    readonly epochs: number,
    pair: Pair,
    mayGo: () => boolean,
    publish: (trained: Trained) => void,
  ) {
    this.#dropout = dropout;
    this.#pair = pair;
    this.#mayGo = mayGo;
    this.#publish = publish;
  }

  /** To be called whenever `mayGo` may have changed. After an error, the next call starts over. */
  async go() {
    this.#isAsked = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
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

  get #isFinished(): boolean {
    const last = this.#points.at(-1);
    if (!last) return false;
    return last.updates === this.#stops.at(-1) || arms.every((arm) => last.states[arm].diverged);
  }

  /** Goes on to the next point, if there is one to go to. */
  async #advance(): Promise<boolean> {
    if (!this.#pair) await this.#startOver();
    const isFirst = this.#stops.length === 0;
    if (!isFirst && !this.#mayGo()) return false;
    const pair = this.#pair!;
    const from = isFirst ? 0 : this.#made;
    const next = isFirst ? 0 : this.#stops.find((stop) => stop > from);
    if (next === undefined || this.#isFinished) {
      await this.#measuring;
      return false;
    }
    const states = await pair.advance(next - from);
    if (isFirst) this.#stops = schedule(this.epochs, states.without.updates_per_epoch);
    this.#made = next;
    const networks = await pair.networks();
    // Of the point before: the workers that train do not wait for it, but no more than one does.
    await this.#measuring;
    this.#measuring = this.#record({ updates: next, states, networks, maskedError: undefined });
    this.#measuring.catch(() => {});
    if (isFirst) await this.#measuring;
    return true;
  }

  #made = 0;

  async #record(point: Point & { networks: NonNullable<Point["networks"]> }) {
    const maskedError = await maskedErrorOf(this.#dropout, this.task, point.networks.with);
    if (this.#isDisposed) return;
    const every = networksEvery(2 * this.#stops.length, weightsOf(this.task));
    const isKept = this.#stops.indexOf(point.updates) % every === 0;
    const isLast = point.updates === this.#stops.at(-1) || this.#hasDiverged(point);
    const networks = isKept || isLast ? point.networks : undefined;
    this.#points = [...this.#points, { ...point, maskedError, networks }];
    this.#publish({
      task: this.task,
      epochs: this.epochs,
      points: this.#points,
      isFinished: this.#isFinished,
    });
  }

  #hasDiverged = ({ states }: Point) => arms.every((arm) => states[arm].diverged);

  async #startOver() {
    this.#pair = await trainPair(this.#dropout, this.task);
    if (this.#isDisposed) this.#pair.dispose();
    this.#points = [];
    this.#stops = [];
    this.#made = 0;
    this.#measuring = Promise.resolve();
  }
}
