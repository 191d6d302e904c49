/** The page in one file: it has the core inside, packed, and gives it to its workers. */
import core from "#packed-core";
import { openLesson } from "./lesson/open";

async function unpacked() {
  const { body } = await fetch(core);
  const bytes = body!.pipeThrough(new DecompressionStream("gzip"));
  return { wasmBinary: await new Response(bytes).arrayBuffer() };
}

void openLesson(unpacked());
