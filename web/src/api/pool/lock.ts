/**
 * A worker that ends says nothing: neither when another script terminates it nor when the browser
 * does. But the browser frees the locks that it held.
 */

/** Taken by a worker for as long as it lives. Gives the lock's name, if the browser has locks. */
export async function holdLock(): Promise<string | undefined> {
  // Only pages from https and localhost have them.
  if (!navigator.locks) return undefined;
  const name = crypto.randomUUID();
  return new Promise((resolve) => {
    const held = new Promise(() => {});
    const request = navigator.locks.request(name, () => {
      resolve(name);
      return held;
    });
    // Refused, as in a sandboxed frame.
    request.catch(() => resolve(undefined));
  });
}

/** Resolves when the lock's holder has ended. */
export const untilFreed = (name: string): Promise<void> => navigator.locks.request(name, () => {});
