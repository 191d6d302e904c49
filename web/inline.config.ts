import { resolve } from "node:path";
import { defineConfig } from "vite";
import { common, dist, target, web } from "./bundling/common.ts";
import { innerAddresses } from "./bundling/inner_addresses.ts";
import { innerStyles } from "./bundling/inner_styles.ts";
import { inline, inlineFigure } from "./bundling/npm_package.ts";
import { coreWithoutAddress, inPiece, packedCore } from "./bundling/packed_core.ts";

/**
 * The npm package's entries for bundlers that take along no files: the core, its workers, the digits,
 * the styles and the fonts are in the code.
 */
export default defineConfig({
  ...common,
  publicDir: false,
  plugins: [...common.plugins, packedCore(), coreWithoutAddress(), innerStyles(), innerAddresses()],
  resolve: { alias: { ...common.resolve.alias, ...inPiece } },
  worker: { format: "iife", plugins: () => [coreWithoutAddress()] },
  build: {
    target,
    outDir: dist,
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: {
        [inline]: resolve(web, "src/api/dropout.ts"),
        [inlineFigure]: resolve(web, "src/element/dropout_figure.ts"),
      },
      external: /^node:/,
      preserveEntrySignatures: "exports-only",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: `${inline}/[name]-[hash].js`,
      },
    },
  },
});
