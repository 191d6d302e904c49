import packed from "#packed-core";
import { bytesOfBase64 } from "./base64";

/** bytes.ts of what is built in one piece: the core is inside. */
export async function coreBytes(): Promise<{ wasmBinary: ArrayBuffer }> {
  const bytes = new Blob([bytesOfBase64(packed)])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return { wasmBinary: await new Response(bytes).arrayBuffer() };
}
