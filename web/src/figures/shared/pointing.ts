import { text } from "../../text";

/** What a mouse does here, in words: in those for a finger where there is no mouse. */
export const pointing = (words: string): string =>
  globalThis.matchMedia?.("(hover: none)").matches ? text.controls.byFinger(words) : words;
