import { savesData } from "../../state/connection";

/** Whether the reader asked for little motion. */
export const wantsStillness = () =>
  globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;

/** Whether nothing may start by itself: the reader asked for little motion, or pays for data. */
export const staysAtRest = () => wantsStillness() || savesData();

/**
 * Something that moves on its own while `isOn`, and only while it can be seen. For a component's
 * setup. Gives an attachment for what is to be seen.
 */
export function playing(tick: () => void, milliseconds: number, isOn: () => boolean) {
  let isSeen = $state(false);

  $effect(() => {
    if (!isOn() || !isSeen) return;
    const timer = setInterval(() => {
      if (!document.hidden) tick();
    }, milliseconds);
    return () => clearInterval(timer);
  });

  return (element: Element) => {
    if (!globalThis.IntersectionObserver) {
      isSeen = true;
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => (isSeen = entries.at(-1)!.isIntersecting),
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}
