import { defineConfig } from "vite";
import { common, dist, target } from "./bundling/common.ts";
import { coreWithoutAddress, inPiece, packedCore } from "./bundling/packed_core.ts";
import { singleFile } from "./bundling/single_file.ts";

/** The page as one file, which opens by a double click: dist/dropout.html. */
export default defineConfig({
  ...common,
  publicDir: false,
  plugins: [...common.plugins, packedCore(), coreWithoutAddress(), singleFile("dropout.html")],
  resolve: {
    alias: {
      ...common.resolve.alias,
      ...inPiece,
    },
  },
  // In Chromium, a module as a worker stays silent where the page is a file.
  worker: { format: "iife", plugins: () => [coreWithoutAddress()] },
  build: {
    target,
    outDir: dist,
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
