/** The page in one file: it has the core inside, and gives it to its workers. */
import core from "../../build/wasm/wasm/dropout_core.wasm?url";
import { openLesson } from "./lesson/open";

const response = await fetch(core);
await openLesson({ wasmBinary: await response.arrayBuffer() });
