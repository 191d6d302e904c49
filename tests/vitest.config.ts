import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: resolve(root, "build/vitest"),
  resolve: { alias: { "#core": resolve(root, "build/wasm/wasm/dropout_core.mjs") } },
  server: { fs: { allow: [root] } },
  // The tests of leaks collect garbage when they choose to.
  test: {
    include: ["{wasm,state,scripts}/*.test.ts"],
    execArgv: ["--expose-gc"],
    // A busy machine takes its time, and scripts/fuzz has each property tried for FUZZ_SECONDS.
    testTimeout: 1000 * (180 + Number(process.env.FUZZ_SECONDS ?? 0)),
  },
});
