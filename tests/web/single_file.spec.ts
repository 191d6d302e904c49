// dist/dropout.html, opened from the disk: no server, no network.
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page } from "@playwright/test";
import { test } from "./inputs";
import { figureNames, openSettings, readOn } from "./page";

test.use({ dependsOn: "the site" });

const file = resolve(import.meta.dirname, "../../dist/dropout.html");
const address = pathToFileURL(file).href;

let problems: string[];

test.beforeEach(async ({ page, context }) => {
  problems = [];
  await context.setOffline(true);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    const isInside = /^(data|blob):/.test(request.url()) || request.url().startsWith(address);
    if (!isInside) problems.push(`request to ${request.url()}`);
  });
});

test.afterEach(() => expect(problems).toEqual([]));

const open = async (page: Page, query = "") => {
  await page.goto(address + query);
  await expect(page.getByRole("figure").first()).toBeVisible();
  if (!query.includes("figure=")) await readOn(page);
};

test("it is small enough to send by mail", async () => {
  expect((await stat(file)).size).toBeLessThanOrEqual(1.5e6);
});

test("all figures are there, with the settings of a link", async ({ page }) => {
  const names = await figureNames(page, address);
  expect(names).toContain("layer");
  await open(page, "?layer.seed=7");
  for (const name of names) await expect(page.locator(`figure#${name}`)).toBeAttached();
  await expect(page.locator("figure#layer").getByLabel("Seed")).toHaveValue("7");
  await openSettings(page.locator("figure#layer"));
  await page.locator("figure#layer").getByLabel("Seed").fill("8");
  await expect.poll(() => page.url()).toBe(`${address}?layer.seed=8`);
  await open(page, "?figure=counts");
  await expect(page.getByRole("figure")).toHaveCount(1);
});

test("its workers compute long jobs, with the bits of the page's own thread", async ({ page }) => {
  await page.addInitScript(() => {
    const started: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(script: string | URL, options?: WorkerOptions) {
        super(script, options);
        started.push(this);
        document.documentElement.dataset.workers = String(started.length);
      }
    };
  });
  await open(page);
  const average = () =>
    page.evaluate(() => {
      const weight = [Array.from({ length: 26 }, (_, i) => (i % 7) / 4 - 0.75)];
      const layer = { weight, bias: [0.5], activation: "relu" as const, p_drop: 0 };
      const network = { input_p_drop: 0.3, layers: [layer] };
      return window.dropout.average(network, Array<number>(26).fill(1));
    });
  const inWorkers = await average();
  expect(inWorkers.subnetworks).toBe(2 ** 26);
  const workers = await page.evaluate(() => document.documentElement.dataset.workers);
  expect(Number(workers)).toBeGreaterThan(0);
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await open(page);
  expect(await average()).toEqual(inWorkers);
});

test("nothing but its own script and styles may run", async ({ page }) => {
  await open(page);
  const hasRun = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.hasRun = true";
    document.head.append(script);
    return "hasRun" in window;
  });
  expect(hasRun).toBe(false);
  expect(problems.splice(0).join()).toContain("Content Security Policy");
});
