import { translated } from "../core/translated";
import type { LongCalls, Piece } from "./long_calls";

/** Work in pieces, which may be computed in any order and by anyone. */
export class Job {
  /** In the order of the pieces. */
  readonly results: Promise<unknown[]>;
  readonly #pieces: Piece<unknown>[];
  /** The pieces that nobody has taken, the next one last. */
  #left: number[];
  readonly #finished = new Map<number, unknown>();
  readonly #report: (finished: number) => void;
  #resolve!: (results: unknown[]) => void;
  #reject!: (reason: unknown) => void;
  #isOver = false;

  /** `milliseconds`: an estimate for one piece. `report` is told how many pieces are finished. */
  constructor(
    pieces: Piece<unknown>[],
    readonly milliseconds: number,
    report: (finished: number) => void,
  ) {
    this.#pieces = pieces;
    this.#left = [...pieces.keys()].reverse();
    this.#report = report;
    this.results = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get hasPiecesLeft(): boolean {
    return this.#left.length > 0;
  }

  take(): number {
    return this.#left.pop()!;
  }

  /** Undoes `take`. */
  putBack(piece: number) {
    if (!this.#isOver) this.#left.push(piece);
  }

  /** Rejects where it is `core` that fails. */
  async compute(piece: number, core: LongCalls) {
    if (this.#isOver) return;
    const result = await this.#pieces[piece]!(core);
    // One that was put back may be finished by both who took it.
    if (this.#isOver || this.#finished.has(piece)) return;
    if (result instanceof Error) return this.fail(translated(result));
    this.#finished.set(piece, result);
    try {
      this.#report(this.#finished.size);
    } catch (error) {
      this.fail(error);
    }
    if (this.#finished.size === this.#pieces.length) this.#finish();
  }

  fail(reason: unknown) {
    this.#isOver = true;
    this.#left = [];
    this.#reject(reason);
  }

  #finish() {
    this.#isOver = true;
    this.#resolve(this.#pieces.map((_, piece) => this.#finished.get(piece)));
  }
}
