import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { web } from "./common.ts";

const name = "#packed-core";
const wasm = resolve(web, "../build/wasm/wasm/dropout_core.wasm");

/** Lets a module import the core's .wasm, packed, in base64. */
export function packedCore(): Plugin {
  return {
    name: "packed-core",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      this.addWatchFile(wasm);
      const packed = gzipSync(await readFile(wasm), { level: 9 }).toString("base64");
      return `export default "${packed}";`;
    },
  };
}

/** Modules that are another one where everything is built in one piece. */
export const inPiece = {
  "./core/bytes": resolve(web, "src/api/core/inner_bytes.ts"),
  "./start_worker": resolve(web, "src/api/pool/start_inner_worker.ts"),
  "./styles": resolve(web, "src/element/inner_styles.ts"),
};

/** Keeps the core's loader from looking for its .wasm beside it: it is given the bytes. */
export function coreWithoutAddress(): Plugin {
  const address = /new URL\("dropout_core\.wasm", ?import\.meta\.url\)/;
  return {
    name: "core-without-address",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/dropout_core.mjs")) return null;
      if (!address.test(code)) this.error("the core's loader names its .wasm in an unknown way");
      return code.replace(address, '""');
    },
  };
}
