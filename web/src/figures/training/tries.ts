import { text } from "../../text";
import { presets } from "../networks/presets";
import type { Settings } from "../networks/settings";

const words = text.training.tries;
const moons = presets[0]!.settings;
const digits = presets.find(({ settings }) => settings.data === "digits")!.settings;

/** Two other runs: without wrong labels, or with digits. */
export function triesOf(settings: Settings, set: (changed: Partial<Settings>) => void) {
  const hasWrongLabels = settings.data !== "wave" && settings.wrongLabels > 0;
  return [
    hasWrongLabels
      ? { name: words.rightLabels, go: () => set({ wrongLabels: 0 }) }
      : { name: words.wrongLabels, go: () => set(moons) },
    { name: words.digits, go: () => set(digits) },
  ];
}
