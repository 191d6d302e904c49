import { resolve } from "node:path";
import { compileModule } from "svelte/compiler";
import ts from "typescript";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

/** Compiles modules with state as for a page. As for a server, under Node, nothing would react. */
function reactive(): Plugin {
  return {
    name: "reactive",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".svelte.ts")) return null;
      const compilerOptions = { target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true };
      const { outputText } = ts.transpileModule(code, { compilerOptions });
      return compileModule(outputText, { filename: id, generate: "client" }).js;
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: resolve(root, "build/vitest"),
  plugins: [reactive()],
  resolve: {
    alias: [
      { find: "#core", replacement: resolve(root, "build/wasm/wasm/dropout_core.mjs") },
      { find: /^svelte$/, replacement: resolve(root, "node_modules/svelte/src/index-client.js") },
    ],
  },
  server: { fs: { allow: [root] } },
  // The tests of leaks collect garbage when they choose to.
  test: {
    include: ["{wasm,state,scripts}/*.test.ts"],
    execArgv: ["--expose-gc"],
    // A busy machine takes its time, and scripts/fuzz has each property tried for FUZZ_SECONDS.
    testTimeout: 1000 * (180 + Number(process.env.FUZZ_SECONDS ?? 0)),
  },
});
