import { resolve } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { texAsMathml } from "./tex_as_mathml.ts";

const web = import.meta.dirname;

export default defineConfig({
  root: web,
  // Relative addresses: the built site works under any path of any host.
  base: "./",
  plugins: [texAsMathml(), svelte()],
  resolve: { alias: { "#core": resolve(web, "../build/wasm/wasm/dropout_core.mjs") } },
  server: { fs: { allow: [".."] } },
  // A module knows its address, beside which the .wasm is.
  worker: { format: "es" },
  build: {
    target: "es2023",
    outDir: resolve(web, "../dist"),
    emptyOutDir: true,
    // A policy without 'unsafe-inline' has no room for inlined fonts or polyfills.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: resolve(web, "index.html"), dropout: resolve(web, "src/dropout.ts") },
      // dropout.js is imported by other people's pages: it keeps its name and its exports.
      preserveEntrySignatures: "exports-only",
      output: {
        entryFileNames: ({ name }) =>
          name === "dropout" ? "dropout.js" : "assets/[name]-[hash].js",
      },
    },
  },
});
