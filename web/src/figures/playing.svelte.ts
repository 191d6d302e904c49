/** Whether the reader asked for little motion. */
export const wantsStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Something that moves on its own until it is paused: not where readers asked for little motion, and
 * only while it can be seen. For a component's setup.
 */
export function playing(tick: () => void, milliseconds: number, playsAtFirst: boolean) {
  let isOn = $state(playsAtFirst && !wantsStillness());
  let isSeen = $state(false);

  $effect(() => {
    if (!isOn || !isSeen) return;
    const timer = setInterval(() => {
      if (!document.hidden) tick();
    }, milliseconds);
    return () => clearInterval(timer);
  });

  return {
    get isOn() {
      return isOn;
    },
    set isOn(wanted) {
      isOn = wanted;
    },
    /** An attachment for what is to be seen. */
    watch(element: Element) {
      const observer = new IntersectionObserver(
        (entries) => (isSeen = entries.at(-1)!.isIntersecting),
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
  };
}
