import { resolve } from "node:path";
import { defineConfig } from "vite";
import { common, dist, target, web } from "./bundling/common.ts";
import { licences } from "./bundling/licences.ts";
import { npmPackage } from "./bundling/npm_package.ts";

/** What other people's pages and programs import: dropout.js, dropout-figure.js, and the npm package. */
export default defineConfig({
  ...common,
  publicDir: false,
  plugins: [...common.plugins, licences(), npmPackage()],
  build: {
    target,
    outDir: dist,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    // An element looks for its styles in one place.
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: {
        dropout: resolve(web, "src/api/dropout.ts"),
        node: resolve(web, "src/api/node.ts"),
        "dropout-figure": resolve(web, "src/element/dropout_figure.ts"),
      },
      external: /^node:/,
      preserveEntrySignatures: "exports-only",
      output: {
        // These are in other people's code: they keep their names and exports.
        entryFileNames: "[name].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".css"))
            ? "dropout-figure.css"
            : "assets/[name]-[hash][extname]",
      },
    },
  },
});
