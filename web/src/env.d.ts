declare module "*.tex" {
  /** The formula as MathML. */
  const mathml: string;
  export default mathml;
}

/** The WebAssembly module's loader, which Emscripten writes. */
declare module "#core" {
  export interface CoreOptions {
    wasmBinary?: ArrayBuffer | Uint8Array;
  }
  export default function create(
    options?: CoreOptions,
  ): Promise<import("./api/core/module").CoreModule>;
}

/** The core's .wasm, for what is built in one piece: gzip, in base64. */
declare module "#packed-core" {
  const base64: string;
  export default base64;
}

/** The style sheet of the bundle that imports it. */
declare module "#inner-styles" {
  const css: string;
  export default css;
}
