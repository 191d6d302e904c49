import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import createCore from "#core";
import type { CoreModule } from "../../web/src/api/core/module";
import { load } from "../../web/src/api/dropout";

const root = resolve(import.meta.dirname, "../..");
const wasmBinary = readFileSync(resolve(root, "build/wasm/wasm/dropout_core.wasm"));

/** The API that the page uses. */
export const loadDropout = () => load({ wasmBinary });

/** A new instance of the bare module, and the memory it runs in. */
export async function instantiateCore(): Promise<{ core: CoreModule; memory: WebAssembly.Memory }> {
  const instantiate = WebAssembly.instantiate;
  let memory: WebAssembly.Memory | undefined;
  WebAssembly.instantiate = (async (bytes: BufferSource, imports: WebAssembly.Imports) => {
    const result = await instantiate(bytes, imports);
    memory = Object.values(result.instance.exports).find(
      (value) => value instanceof WebAssembly.Memory,
    );
    return result;
  }) as typeof instantiate;
  try {
    const core = await createCore({ wasmBinary });
    return { core, memory: memory! };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(root, "tests/golden", name), "utf8"));
}
