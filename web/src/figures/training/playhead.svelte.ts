import { playing, wantsStillness } from "../shared/playing.svelte";
import type { Speed } from "../networks/settings";

const tickMilliseconds = 50;
/** From the start of a run to its end. */
const duration = { slow: 20_000, watch: 7000, fast: 0 };

/**
 * A run that plays: `place` moves along the time axis, from 0 to 1, but never ahead of training.
 * For a component's setup.
 */
export function playhead(reach: () => number, speed: () => Speed, onend: () => void) {
  let place = $state<number>();
  let isPlaying = $state(false);

  function tick() {
    const total = wantsStillness() ? 0 : duration[speed()];
    const next = total === 0 ? 1 : (place ?? 0) + tickMilliseconds / total;
    place = Math.min(next, reach());
    if (place < 1) return;
    isPlaying = false;
    onend();
  }

  const attach = playing(tick, tickMilliseconds, () => isPlaying);
  return {
    /** To what is to be seen while it plays. */
    attach,
    /** Undefined where it does not say what is shown. */
    get place() {
      return place;
    },
    get isPlaying() {
      return isPlaying;
    },
    play(from: number) {
      place = from;
      isPlaying = true;
    },
    /** Leaves what is shown to the settings. */
    stop() {
      place = undefined;
      isPlaying = false;
    },
  };
}
