/** (module (func (result v128) (i8x16.splat (i32.const 0)))), in bytes */
const withSimd = [
  [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  [0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
  [0x03, 0x02, 0x01, 0x00],
  [0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b],
].flat();

/** Throws where the core cannot run, and says why. */
export function checkSupport() {
  if (typeof WebAssembly === "undefined") {
    throw new Error("WebAssembly is missing or switched off here");
  }
  if (!WebAssembly.validate(new Uint8Array(withSimd))) {
    throw new Error(
      "the WebAssembly of this browser, or on this processor, has no SIMD instructions",
    );
  }
}
