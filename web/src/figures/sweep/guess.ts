import { list, number } from "../../state/fields";

/** From one p_drop of the reader's stroke to the next, and how many there are beside 0. */
const step = 0.025;
const steps = 36;

/** Of the p_drops that were trained, from one to the next: in steps. */
export const stepsPerTrained = 4;

/** In per cent, what the reader drew: errors at p_drop 0.025, 0.05 and so on, as far as it reaches. */
export type Guess = number[];

export const maxPercent = 100;

export const guessField = list(number(0, { min: 0, max: maxPercent }), steps);

/** Drawn far enough to be compared. */
export const isDrawn = (guess: Guess): boolean => guess.length >= steps - 8;

export interface Place {
  /** In steps. */
  at: number;
  /** In per cent. */
  error: number;
}

export const pDropAt = (at: number): number => Number((at * step).toFixed(3));

/** The step that is nearest to a p_drop. */
export const stepAt = (pDrop: number): number =>
  Math.max(0, Math.min(steps, Math.round(pDrop / step)));

/** What was drawn there; at 0 it is known. */
export const guessedAt = (guess: Guess, known: number, at: number): number | undefined =>
  at === 0 ? known : guess[at - 1];

/** The same, or where it is not drawn yet the error up to which it is. */
export const errorAt = (guess: Guess, known: number, at: number): number =>
  strokeFrom(guess, known, at).error;

/** Where a stroke that begins at a step comes from: there, or where the drawing ends. */
export function strokeFrom(guess: Guess, known: number, at: number): Place {
  const from = Math.min(at, guess.length);
  return { at: from, error: guessedAt(guess, known, from)! };
}

const tenths = (error: number) => Number(Math.max(0, Math.min(maxPercent, error)).toFixed(1));

/** With a straight line from one place to the other, the first of which has been drawn or is next. */
export function withLine(guess: Guess, from: Place, to: Place): Guess {
  const next = [...guess];
  const [first, last] = from.at <= to.at ? [from, to] : [to, from];
  for (let at = Math.max(1, first.at); at <= last.at; ++at) {
    const share = first.at === last.at ? 1 : (at - first.at) / (last.at - first.at);
    next[at - 1] = tenths(
      first.at === last.at ? to.error : first.error + share * (last.error - first.error),
    );
  }
  return next;
}

/** Moved at a p_drop that was trained; what lies between it and its neighbours follows. */
export function withPoint(guess: Guess, known: number, to: Place): Guess {
  const before = strokeFrom(guess, known, to.at - stepsPerTrained);
  const after = to.at + stepsPerTrained;
  const next = withLine(guess, before, to);
  const error = guess[after - 1];
  return error === undefined ? next : withLine(next, to, { at: after, error });
}

/** Where the least error was drawn. */
export function lowestOf(guess: Guess): Place | undefined {
  if (guess.length === 0) return undefined;
  const error = Math.min(...guess);
  return { at: guess.indexOf(error) + 1, error };
}
