let waiting = $state.raw<ServiceWorker>();
let isIncomplete = $state(false);

/** What happened to the site since the page was opened. */
export const updates = {
  /** A newer version is there. */
  get isThere() {
    return waiting !== undefined;
  },
  /** A part of the page could not be fetched: the host has another version, or cannot be reached. */
  get isIncomplete() {
    return isIncomplete;
  },
};

/** Opens the newer version. Settings stay: they are in the address. */
export function update() {
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  waiting.postMessage("take over");
}

function watch(worker: ServiceWorker | null) {
  if (!worker) return;
  const look = () => {
    // Without a controller it is the first version, not a newer one.
    if (worker.state === "installed" && navigator.serviceWorker.controller) waiting = worker;
    if (worker.state === "redundant" && waiting === worker) waiting = undefined;
    if (worker.state === "activating" && waiting === worker) waiting = undefined;
  };
  worker.addEventListener("statechange", look);
  look();
}

export function noticeMissingPart() {
  isIncomplete = true;
}

export function noticeMissingParts() {
  addEventListener("vite:preloadError", noticeMissingPart);
  // A style sheet is asked for once only, unlike a script.
  const retry = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement)) return;
    addEventListener("online", () => target.replaceWith(target.cloneNode()), { once: true });
  };
  addEventListener("error", retry, { capture: true });
}

/** Keeps the site for times without a network, where the browser can, and watches for updates. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return;
  try {
    const registration = await navigator.serviceWorker.register("./service-worker.js");
    watch(registration.waiting);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    // Browsers look by themselves, but take their time.
    if (navigator.serviceWorker.controller) await registration.update();
  } catch {
    // Storage can be blocked, and the lesson then needs the network every time; or there is none now.
  }
}
