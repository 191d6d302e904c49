/** The core's .wasm where it comes with the code: not here, where it is fetched. */
export const coreBytes = async (): Promise<{ wasmBinary?: ArrayBuffer }> => ({});
