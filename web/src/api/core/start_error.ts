/** Why the core did not start, told from what browsers and Emscripten throw. */

const missing = "NetworkError";
/** Nothing came, or something else, such as a page. */
const isNoWasm = /fetching of the wasm failed|magic|\\0asm/;

export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Without what Emscripten puts around it for its own users. `hasBytes`: nothing was to be fetched. */
export function startError(cause: unknown, hasBytes: boolean): Error {
  const words = wordsOf(cause);
  const error = new Error(words.replace(/^Aborted\((.*)\)\. Build with .*$/s, "$1"), { cause });
  const isMissing = cause instanceof TypeError || isNoWasm.test(words);
  if (isMissing && !hasBytes) error.name = missing;
  return error;
}

/** Whether the .wasm could not be fetched. */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && error.name === missing;
