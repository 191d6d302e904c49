import { defineConfig } from "@playwright/test";

// Another one lets two checkouts be tested at the same time.
const port = Number(process.env.PORT ?? 4173);

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  workers: 2,
  // Only what never comes fails: on a busy machine, all that a page does takes many times as long.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: "chromium",
    // The tests of the site without a network let it have one.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Containers have no sandbox of their own to give; the other switches keep a browser without
      // a network from looking for one.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `npx vite preview --config ../../web/vite.config.ts --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
