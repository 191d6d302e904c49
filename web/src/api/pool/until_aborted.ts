/** What `result` gives, unless `signal` is aborted first: rejects then, at once. */
export async function untilAborted<T>(
  result: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return result;
  let abort!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
