import { bytesOfBase64 } from "../core/base64";
import type { CoreModule } from "../core/module";
import type { ClassSamples } from "../core/training_types";
import { unwrap } from "../core/unwrap";

/** Of the file, which is the same in every version. */
const size = 73_677;

let packed: Promise<Uint8Array> | undefined;

/** Fetched once (see web/data/README.md), unless that fails or what comes is something else. */
export async function fetchedDigits(core: CoreModule): Promise<ClassSamples> {
  packed ??= read(new URL("../../../data/digits.bin", import.meta.url));
  const current = packed;
  try {
    return unwrap(core.digits(await current));
  } catch (cause) {
    if (packed === current) packed = undefined;
    throw new Error(`the digits could not be fetched: ${(cause as Error).message}`, { cause });
  }
}

async function read(address: URL): Promise<Uint8Array> {
  const bytes = await bytesAt(address);
  if (bytes.length !== size) throw new Error(`got ${bytes.length} bytes, not ${size}`);
  return bytes;
}

async function bytesAt(address: URL): Promise<Uint8Array> {
  // In Node.js, which fetches no files.
  if (address.protocol === "file:") {
    return process.getBuiltinModule("node:fs/promises").readFile(address);
  }
  // In what is built in one piece, which has the file inside.
  if (address.protocol === "data:") return bytesOfBase64(address.href.replace(/^[^,]*,/, ""));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
