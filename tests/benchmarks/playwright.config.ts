import { defineConfig } from "@playwright/test";
import tests from "../web/benchmark.config";

const port = 4175;
const vite = (command: string) => `npx vite ${command} --config vite.config.ts`;

export default defineConfig({
  ...tests,
  testDir: ".",
  outputDir: "../../build/bench/results",
  timeout: 120_000,
  use: { ...tests.use, baseURL: `http://localhost:${port}/` },
  webServer: {
    command: `${vite("build")} && ${vite("preview")} --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
