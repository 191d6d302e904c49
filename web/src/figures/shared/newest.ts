/**
 * For answers that take time: each job aborts the one before it, so that only the newest counts.
 * What a superseded job gives, or how it fails, is undefined.
 */
export function newestOnly(): <T>(
  job: (signal: AbortSignal) => Promise<T>,
) => Promise<T | undefined> {
  let controller = new AbortController();
  return async (job) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const result = await job(signal);
      return signal.aborted ? undefined : result;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  };
}
