import type { Plugin } from "vite";

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
