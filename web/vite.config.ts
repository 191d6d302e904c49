import { resolve } from "node:path";
import { defineConfig } from "vite";
import { common, dist, target, web } from "./bundling/common.ts";
import { precache } from "./bundling/precache.ts";
import { withPolicy } from "./bundling/policy.ts";
import { siteAddress } from "./bundling/site_address.ts";

/** What of Svelte only fields to fill in need: the opening has none. */
const bindings = /\/dom\/elements\/bindings\/(input|select)\.js$/;

/** The site: dist/. */
export default defineConfig({
  ...common,
  plugins: [...common.plugins, withPolicy(), siteAddress(), precache()],
  server: { fs: { allow: [".."] } },
  build: {
    target,
    outDir: dist,
    emptyOutDir: true,
    // A policy without 'unsafe-inline' has no room for inlined fonts or polyfills.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Lists of every section's scripts would make the opening larger; scripts name their own.
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith(".css")),
    },
    rolldownOptions: {
      // The opening's figure is in every page; by its name, it is asked for as the others are.
      checks: { ineffectiveDynamicImport: false },
      // Sentences that nobody reads yet are left for later: importing them does nothing else.
      treeshake: {
        moduleSideEffects: [
          { test: /\/src\/text\//, sideEffects: false },
          { test: bindings, sideEffects: false },
        ],
      },
      input: {
        index: resolve(web, "index.html"),
        "service-worker": resolve(web, "src/offline/service_worker.ts"),
      },
      output: {
        // Its address has to stay: browsers look there for updates.
        entryFileNames: ({ name }) =>
          name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
        codeSplitting: {
          groups: [
            {
              name: "bindings",
              test: bindings,
              priority: 1,
              includeDependenciesRecursively: false,
            },
            // All that the opening needs, in one script and one style sheet.
            { name: "opening", test: /\/src\/lesson\/open\.ts$/ },
          ],
        },
      },
    },
  },
});
