/** Whether somebody reads on: all but the opening waits for that. */
import { savesData } from "../state/connection";

/** A phone that only opens the page is spared what fetches, and shows, a dozen figures. */
const interactions = [
  "pointermove",
  "pointerdown",
  "wheel",
  "scroll",
  "keydown",
  "focusin",
  "hashchange",
  "popstate",
  "beforeprint",
] as const;

/** Whether the address is of more than the opening: of another place, or of another's settings. */
function asksForMore({ hash, search }: { hash: string; search: string }): boolean {
  const namespaces = [...new URLSearchParams(search).keys()]
    .filter((name) => name.includes("."))
    .map((name) => name.split(".")[0]!);
  return (
    hash.length > 1 || namespaces.some((namespace) => namespace !== "hook" && namespace !== "page")
  );
}

/** Who comes back to the page has read it, and the browser may have a place to scroll to. */
function isComingBack(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const type = (navigation as PerformanceNavigationTiming | undefined)?.type;
  return type === "reload" || type === "back_forward";
}

/** Seconds for which a page is visible before its reader counts as staying. */
const stay = 20;

/** Resolves when the reader first does something: also when the page stays open, unless that costs. */
export function firstInteraction(): Promise<void> {
  if (asksForMore(location) || isComingBack()) return Promise.resolve();
  return new Promise((resolve) => {
    const listening = new AbortController();
    const isRead = () => {
      listening.abort();
      clearInterval(timer);
      resolve();
    };
    let seconds = 0;
    const timer = setInterval(() => {
      if (!document.hidden && !savesData() && ++seconds >= stay) isRead();
    }, 1000);
    const options = { capture: true, passive: true, signal: listening.signal };
    for (const interaction of interactions) addEventListener(interaction, isRead, options);
  });
}

/** Resolves when the element comes into view. */
export function untilSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)!.isIntersecting) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}
