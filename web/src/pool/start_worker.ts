import address from "./worker?worker&url";

/**
 * Starts a worker. Throws where the browser allows none. A page of another origin than this file's
 * may not start the worker's script, but one of its own that imports it.
 */
export function startWorker(): Worker {
  const { origin, href } = new URL(address, import.meta.url);
  if (origin === self.origin) {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  }
  const script = new Blob([`import ${JSON.stringify(href)};`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(script), { type: "module" });
}
