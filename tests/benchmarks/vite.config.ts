import { resolve } from "node:path";
import { defineConfig } from "vite";

const project = resolve(import.meta.dirname, "../..");

export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { "#core": resolve(project, "build/wasm/wasm/dropout_core.mjs") } },
  worker: { format: "es" },
  // TensorFlow.js fetches its .wasm by name.
  publicDir: resolve(project, "node_modules/@tensorflow/tfjs-backend-wasm/wasm-out"),
  build: {
    target: "es2023",
    outDir: resolve(project, "build/bench/page"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
  },
});
