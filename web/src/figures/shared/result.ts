export type Result<T> = { value: T; error: undefined } | { value: undefined; error: Error };

/** What `compute` returns, or the error that the core threw. */
export function resultOf<T>(compute: () => T): Result<T> {
  try {
    return { value: compute(), error: undefined };
  } catch (error) {
    if (error instanceof Error) return { value: undefined, error };
    throw error;
  }
}

/**
 * Wraps a figure's computation so that bad input keeps the last good picture: returns what to show
 * and, beside it, the error of the newest one.
 */
export function keepLastGood<T>(compute: () => T): () => { shown: T; error: Error | undefined } {
  let lastGood: T | undefined;
  return () => {
    const { value, error } = resultOf(compute);
    if (error && lastGood === undefined) throw error;
    if (!error) lastGood = value;
    return { shown: lastGood as T, error };
  };
}
