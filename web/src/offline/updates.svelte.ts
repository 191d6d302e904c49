let waiting = $state.raw<ServiceWorker>();
let isIncomplete = $state(false);

/** What happened to the site since the page was opened. */
export const updates = {
  /** A newer version is there. */
  get isThere() {
    return waiting !== undefined;
  },
  /** The worker of that version. */
  get waiting() {
    return waiting;
  },
  set waiting(worker) {
    waiting = worker;
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

/**
 * Answers the service worker, which asks whether this page is of an older version than the worker:
 * older pages still need their files. For every page, and from its start.
 */
export function sayWhetherOlder() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let { controller } = serviceWorker;
  let isOlder = false;
  serviceWorker.addEventListener("controllerchange", () => {
    // The first one has the version that the page was loaded with.
    isOlder ||= controller !== null;
    ({ controller } = serviceWorker);
  });
  serviceWorker.addEventListener("message", ({ ports }) => ports[0]?.postMessage(isOlder));
}
