/** The API for Node.js, which reads the .wasm instead of fetching it. Types: those of dropout.ts. */
import { readFile } from "node:fs/promises";
import core from "../../../build/wasm/wasm/dropout_core.wasm?url";
import { type Dropout, load as loadHere, type LoadOptions } from "./dropout";
import { checkedLoadOptions } from "./input/options";

export async function load(options: LoadOptions = {}): Promise<Dropout> {
  const own = checkedLoadOptions(options);
  const wasmBinary = own.wasmBinary ?? (await readFile(new URL(core)));
  return loadHere({ ...own, wasmBinary });
}
