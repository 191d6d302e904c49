import { flushSync } from "svelte";

/** In CSS pixels: what fits between the margins of a page, A4 or Letter, in a figure. */
const paperWidth = 1040;

let isOn = $state(false);
// Browsers print right after this event: nothing may wait. Node.js and imitations of browsers import
// this, too, and do not print.
globalThis.window?.addEventListener?.("beforeprint", () => flushSync(() => (isOn = true)));
globalThis.window?.addEventListener?.("afterprint", () => (isOn = false));

/** How wide something is drawn that is `width` pixels wide on the screen: no wider than paper. */
export const drawnWidth = (width: number): number => (isOn ? Math.min(width, paperWidth) : width);
