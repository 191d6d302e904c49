import { isUnmetered } from "../state/connection";
import { updates } from "./updates.svelte";

function watch(worker: ServiceWorker | null) {
  if (!worker) return;
  const look = () => {
    // Without a controller it is the first version, not a newer one.
    if (worker.state === "installed" && navigator.serviceWorker.controller)
      updates.waiting = worker;
    if (worker.state === "redundant" && updates.waiting === worker) updates.waiting = undefined;
    if (worker.state === "activating" && updates.waiting === worker) updates.waiting = undefined;
  };
  worker.addEventListener("statechange", look);
  look();
}

/**
 * Keeps the opening offline, where the browser can, and the whole lesson once `reads` resolves, or at
 * once where traffic costs nothing. Watches for updates.
 */
export async function keepOffline(reads: Promise<void>): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register("./service-worker.js");
    watch(registration.waiting);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    const tell = async (message: string) =>
      (await navigator.serviceWorker.ready).active!.postMessage(message);
    await tell("opened");
    // Browsers look by themselves, but take their time.
    if (navigator.serviceWorker.controller) await registration.update();
    if (!isUnmetered()) await reads;
    await tell("keep all");
  } catch {
    // Storage can be blocked, and the lesson then needs a connection every time; or there is none now.
  }
}
