/** How far the reader has come, kept in the browser. */
import { stored, store } from "../state/storage";

interface Progress {
  /** The chapters that have been read, by name. */
  read: string[];
  /** The one that was on screen last. */
  at: string;
}

const key = "progress";

function remembered(): Progress {
  try {
    const { read, at } = JSON.parse(stored(key) ?? "") as Partial<Progress>;
    if (Array.isArray(read) && typeof at === "string") return { read, at };
  } catch {
    // Nothing yet, or not written by this page.
  }
  return { read: [], at: "" };
}

/** For the page's setup. */
export function readingProgress() {
  const before = remembered();
  let read = $state.raw<readonly string[]>(before.read);
  let at = $state(before.at);
  const save = () =>
    store(key, JSON.stringify({ read, at } satisfies Record<keyof Progress, unknown>));
  return {
    /** Where the last visit ended; empty on the first one. */
    stoppedAt: before.at,
    get read() {
      return read;
    },
    get at() {
      return at;
    },
    goTo(chapter: string) {
      if (chapter === at) return;
      at = chapter;
      save();
    },
    finish(chapter: string) {
      if (read.includes(chapter)) return;
      read = [...read, chapter];
      save();
    },
  };
}

export type ReadingProgress = ReturnType<typeof readingProgress>;
