import fc from "fast-check";

const seconds = Number(process.env.FUZZ_SECONDS ?? 0);

/** Tries `holds` on random values, as many as 500, or for as long as scripts/fuzz asks for. */
export function check<T>(values: fc.Arbitrary<T>, holds: (value: T) => void) {
  const parameters: fc.Parameters<[T]> =
    seconds > 0
      ? { numRuns: Infinity, interruptAfterTimeLimit: seconds * 1000 }
      : { numRuns: 500, seed: 2014 };
  fc.assert(fc.property(values, holds), parameters);
}
