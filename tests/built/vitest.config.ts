import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "../..");

/** What was built, outside of Chromium: in Firefox, in Node.js, in other people's builds. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: resolve(root, "build/vitest"),
  // Browsers and package managers start slowly, all the more on busy machines.
  test: { include: ["*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
