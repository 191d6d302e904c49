export type Attempt<T> = { value: T; error: undefined } | { value: undefined; error: Error };

/** What `compute` returns, or the error that the core threw. */
export function attempt<T>(compute: () => T): Attempt<T> {
  try {
    return { value: compute(), error: undefined };
  } catch (error) {
    if (error instanceof Error) return { value: undefined, error };
    throw error;
  }
}

/**
 * Wraps a figure's computation so that bad input keeps the last good picture: returns what to show
 * and, beside it, the error of the newest attempt.
 */
export function keepLastGood<T>(compute: () => T): () => { shown: T; error: Error | undefined } {
  let lastGood: T | undefined;
  return () => {
    const { value, error } = attempt(compute);
    if (error && lastGood === undefined) throw error;
    if (!error) lastGood = value;
    return { shown: lastGood as T, error };
  };
}

export interface Messages<Field extends string> {
  /** For the control of each field: its message, or nothing. */
  of: Record<Field, string>;
  /** An error that belongs to no single control. */
  other: string;
}

/**
 * Sorts the core's error to the control that it belongs beside, and puts the control's label where
 * the core has the field's name. `labels` has the fields with the labels of their controls.
 */
export function messages<Field extends string>(
  error: (Error & { field?: string }) | undefined,
  labels: Record<Field, string>,
): Messages<Field> {
  const fields = Object.keys(labels) as Field[];
  const owner = fields.find((field) => error?.field?.startsWith(field));
  const of = Object.fromEntries(fields.map((field) => [field, ""])) as Record<Field, string>;
  if (error && owner !== undefined) {
    of[owner] = labels[owner] + error.message.slice(error.field!.length);
  }
  return { of, other: error && owner === undefined ? error.message : "" };
}
