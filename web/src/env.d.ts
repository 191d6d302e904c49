declare module "*.tex" {
  /** The formula as MathML. */
  const mathml: string;
  export default mathml;
}

/** The WebAssembly module's loader, which Emscripten writes. */
declare module "#core" {
  export default function create(options?: {
    wasmBinary?: ArrayBuffer | Uint8Array;
  }): Promise<import("./core/module").CoreModule>;
}
