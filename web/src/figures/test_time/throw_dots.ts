import { passes } from "../shared/tiles/ten_passes";

/** One dot for each throw, at the height of its mean; equal ones beside each other. */
export function throwDots(throws: readonly number[], from: number, to: number) {
  const counts = new Map<number, number>();
  for (const kept of throws) counts.set(kept, (counts.get(kept) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const step = Math.min(7, (to - from) / most);
  const rows = [...counts];
  return {
    diameter: Math.max(2, Math.min(5, step - 0.6)),
    /** `y` gives the place of a height in a. */
    path: (y: (height: number) => number): string =>
      rows
        .flatMap(([kept, count]) =>
          Array.from(
            { length: count },
            (_, i) => `M${(from + 3 + i * step).toFixed(1)},${y(kept / passes).toFixed(1)}h0`,
          ),
        )
        .join(""),
  };
}
