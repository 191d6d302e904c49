// Run by scripts/bench.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "@playwright/test";
import type {} from "./page";
import { report } from "./report";

function measured(name: string) {
  const file = resolve(import.meta.dirname, `../../build/bench/${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

test("averages and training", async ({ page }) => {
  await page.goto("./");
  await page.waitForFunction(() => window.benchmark !== undefined);
  const browser = await page.evaluate(() => window.benchmark());
  const others = {
    native: measured("native"),
    pytorch: measured("pytorch"),
    nativeTraining: measured("native_training"),
    pytorchTraining: measured("pytorch_training"),
  };
  process.stdout.write(`\n${report(browser, others)}\n`);
});
