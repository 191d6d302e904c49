import address from "./worker?worker&url";

/** Kept for the next worker. */
let importing: string | undefined;

/**
 * Starts a worker. Throws where the browser allows none. A page of another origin than this file's
 * may not start the worker's script, but one of its own that imports it.
 */
export function startWorker(): Worker {
  const { origin, href } = new URL(address, import.meta.url);
  if (origin === self.origin) {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  }
  importing ??= URL.createObjectURL(
    new Blob([`import ${JSON.stringify(href)};`], { type: "text/javascript" }),
  );
  return new Worker(importing, { type: "module" });
}
