import type { JobOptions } from "./core/types";

/** What the API takes beside what the core takes, refused in the core's words. */

export interface LoadOptions {
  /**
   * How many workers long jobs may use, from 0 to 64: for all who have loaded this file. Unless
   * given, as many as the processor has cores, but at most 16. With 0, as where there are no workers,
   * long jobs run in slices on the page's own thread.
   */
  workers?: number;
  /** The bytes of the .wasm, for hosts that cannot fetch it from beside this file. */
  wasmBinary?: ArrayBuffer | Uint8Array;
}

const mostWorkers = 64;

function invalid(type: typeof RangeError | typeof TypeError, field: string, problem: string) {
  return Object.assign(new type(field + problem), { field });
}

function described(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "object") return Array.isArray(value) ? "an array" : "an object";
  return `a ${typeof value}`;
}

const refused = (field: string, needed: string, value: unknown) =>
  invalid(TypeError, field, ` must be ${needed}, got ${described(value)}`);

function checkObject(options: unknown) {
  if (typeof options !== "object" || options === null) {
    throw refused("options", "an object", options);
  }
}

export function checkLoadOptions(options: LoadOptions) {
  checkObject(options);
  const { workers, wasmBinary, ...others } = options;
  refuseOptions(others);
  if (workers === undefined) return;
  checkCount("workers", workers, 0, mostWorkers);
}

/** Parts the options of a long job from those that the core checks. */
export function partOptions<T extends JobOptions>(
  options: T,
): { job: JobOptions; rest: Omit<T, keyof JobOptions> } {
  checkObject(options);
  const { signal, onProgress, ...rest } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw refused("signal", "an AbortSignal", signal);
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw refused("onProgress", "a function", onProgress);
  }
  return { job: { signal, onProgress }, rest };
}

export function refuseOptions(options: object) {
  const [name] = Object.keys(options);
  if (name !== undefined) throw invalid(TypeError, "options", `: there is no option "${name}"`);
}

function checkCount(field: string, value: unknown, lowest: number, highest: number) {
  if (typeof value !== "number") throw refused(field, "a number", value);
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    const problem = ` must be a whole number from ${lowest} to ${highest}, got ${value}`;
    throw invalid(RangeError, field, problem);
  }
}

export const checkUpdates = (updates: unknown) => checkCount("updates", updates, 0, 1_000_000_000);
export const checkRepeats = (repeats: unknown) => checkCount("repeats", repeats, 1, 1000);
