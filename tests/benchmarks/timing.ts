export const repetitions = 9;

export function mapValues<Name extends string, From, To>(
  record: Record<Name, From>,
  map: (value: From) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(record).map(([name, value]) => [name, map(value)]);
  return Object.fromEntries(entries) as Record<Name, To>;
}

type Run = () => unknown;

/** Milliseconds of one call, of so many calls that the clock's resolution is no matter. */
export async function milliseconds(run: Run, calls: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < calls; ++i) await run();
  return (performance.now() - start) / calls;
}

export const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Interleaved, so that whatever else the machine does befalls all of them. */
export async function medians<Name extends string>(
  runs: Record<Name, { run: Run; calls: number }>,
): Promise<Record<Name, number>> {
  const times = mapValues(runs, (): number[] => []);
  for (let repetition = -1; repetition < repetitions; ++repetition) {
    for (const name in runs) {
      const { run, calls } = runs[name];
      const time = await milliseconds(run, calls);
      // The first one is the warm-up.
      if (repetition >= 0) times[name].push(time);
    }
  }
  return mapValues(times, median);
}
