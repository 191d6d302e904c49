import type { KeepMask } from "../../api/core/types";
import { choice, list } from "../../state/fields";

/** Units that the reader switched against their masks, each as "sample/unit". */
const nameOf = (sample: number, unit: number) => `${sample}/${unit}`;

export function switchedUnits(samples: number, units: number) {
  const names = Array.from({ length: samples * units }, (_, i) =>
    nameOf(Math.floor(i / units), i % units),
  );
  return list<string>(choice(names[0]!, names), names.length);
}

export function toggled(switched: readonly string[], sample: number, unit: number): string[] {
  const name = nameOf(sample, unit);
  return switched.includes(name) ? switched.filter((other) => other !== name) : [...switched, name];
}

export const withSwitched = (mask: KeepMask, switched: readonly string[]): KeepMask =>
  mask.map((row, sample) =>
    row.map((keep, unit) => (switched.includes(nameOf(sample, unit)) ? 1 - keep : keep)),
  );
