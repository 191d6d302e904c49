import type { JobOptions } from "../core/types";
import { loadOptionsFrom, optionsFrom } from "./given";
import { checkCount, inQuotes, invalid, refused } from "./refusal";

/** What the API takes beside what the core takes. */

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

function checkObject(options: unknown) {
  if (typeof options !== "object" || options === null) {
    throw refused("options", "an object", options);
  }
}

/** A copy, in which nothing is wrong. */
export function checkedLoadOptions(options: LoadOptions): LoadOptions {
  checkObject(options);
  const { workers, wasmBinary, ...others } = loadOptionsFrom(options);
  refuseOptions(others);
  if (workers !== undefined) checkCount("workers", workers, 0, mostWorkers);
  if (wasmBinary !== undefined && !isBytes(wasmBinary)) {
    throw refused("wasmBinary", "an ArrayBuffer or a Uint8Array", wasmBinary);
  }
  return wasmBinary === undefined ? { workers } : { workers, wasmBinary };
}

// Frames have classes of their own, so that instanceof would refuse theirs.
const isBytes = (value: unknown) =>
  ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === "[object ArrayBuffer]";

const isAborted = Object.getOwnPropertyDescriptor(AbortSignal.prototype, "aborted")!.get!;

/** What only looks like a signal, such as a proxy of one, would throw later. */
function isSignal(value: unknown): boolean {
  try {
    isAborted.call(value);
    return true;
  } catch {
    return false;
  }
}

/** A copy of the options of a long job: its own, and those that the core checks. */
export function splitJobOptions<T extends JobOptions>(
  options: T,
): { job: JobOptions; rest: Omit<T, keyof JobOptions> } {
  checkObject(options);
  const { signal, onProgress, ...rest } = optionsFrom(options);
  if (signal !== undefined && !isSignal(signal)) throw refused("signal", "an AbortSignal", signal);
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw refused("onProgress", "a function", onProgress);
  }
  return { job: { signal, onProgress }, rest };
}

export function refuseOptions(options: object) {
  const [name] = Object.keys(options);
  if (name !== undefined) {
    throw invalid(TypeError, "options", `: there is no option ${inQuotes(name)}`);
  }
}

export const checkUpdates = (updates: unknown) => checkCount("updates", updates, 0, 1_000_000_000);
export const checkRepeats = (repeats: unknown) => checkCount("repeats", repeats, 1, 1000);
