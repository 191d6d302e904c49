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
  ): Promise<import("./core/module").CoreModule>;
}

/** The core's .wasm for the page in one file: gzip, as a data: URL. */
declare module "#packed-core" {
  const address: string;
  export default address;
}
