import { chapters, startOf } from "./chapters";
import type { ReadingProgress } from "./progress.svelte";

// What has only been flown past has not been read.
const moment = 1000;

/**
 * Notes in `progress` which chapter is being read, and which ones have been, on a page that has all
 * of them and then `end`. Returns how to stop that.
 */
export function followReading(progress: ReadingProgress, end: HTMLElement): () => void {
  const starts = chapters.map((chapter) => document.getElementById(startOf(chapter))!);
  // A chapter has been read when what follows it has been on screen for a moment.
  const ends = [...starts.slice(1), end];
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const reading = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target));
      if (!isIntersecting) continue;
      const { name } = chapters[ends.indexOf(target as HTMLElement)]!;
      timers.set(
        target,
        setTimeout(() => progress.finish(name), moment),
      );
    }
  });
  for (const element of ends) reading.observe(element);
  // A chapter is the one that is read while its heading is above the middle of the window.
  const passing = new IntersectionObserver(
    () => {
      const middle = innerHeight / 2;
      const at = starts.findLastIndex((start) => start.getBoundingClientRect().top < middle);
      progress.goTo(chapters[Math.max(0, at)]!.name);
    },
    // Also those far above: a jump may carry them past the window's upper half at once.
    { rootMargin: "10000000px 0px -50% 0px" },
  );
  for (const element of starts) passing.observe(element);
  return () => {
    reading.disconnect();
    passing.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
