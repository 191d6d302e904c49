import { resolve } from "node:path";
import { defineConfig } from "vite";
import { common, dist, target, web } from "./bundling/common.ts";
import { withPolicy } from "./bundling/policy.ts";

/** The site: dist/. */
export default defineConfig({
  ...common,
  plugins: [...common.plugins, withPolicy()],
  server: { fs: { allow: [".."] } },
  build: {
    target,
    outDir: dist,
    emptyOutDir: true,
    // A policy without 'unsafe-inline' has no room for inlined fonts or polyfills.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: resolve(web, "index.html"),
    },
  },
});
