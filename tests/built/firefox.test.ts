// The main ways through the lesson, in Firefox. tests/web has all of them, in Chromium.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, launch, type Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { load as Load } from "../../web/src/api/dropout";
import { type Host, host } from "../web/host";

const dist = resolve(import.meta.dirname, "../../dist");
const library: { load: typeof Load } = await import(pathToFileURL(join(dist, "node.js")).href);
const dropout = await library.load();

let browser: Browser;
let site: Host;
let page: Page;
let problems: string[];

beforeAll(async () => {
  site = await host(dist, { path: "/lesson/", headers: { "Access-Control-Allow-Origin": "*" } });
  const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  browser = await launch({ browser: "firefox", executablePath, headless: true });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
});

afterEach(async () => {
  await page.close();
  expect(problems).toEqual([]);
  expect(site.missing.splice(0)).toEqual([]);
});

const open = async (address: string) => {
  await page.goto(address);
  await page.waitForSelector("figure");
  if (address.includes("figure=")) return;
  // The sections come when the opening is read on.
  await page.mouse.move(1, 1);
  await page.waitForSelector("footer");
};
const names = () => page.$$eval("figure", (figures) => figures.map(({ id }) => id));
/** Of the controls, those that are folded away at first. */
const openSettings = (figure: string) =>
  page.$eval(`#${figure} .controls details`, (settings) => settings.setAttribute("open", ""));
const field = (figure: string, label: string) => `#${figure} ::-p-aria([name="${label}"])`;

async function fill(selector: string, text: string) {
  const box = (await page.waitForSelector(selector))!;
  await box.click({ count: 3 });
  await box.type(text);
}

const size = { inputs: 3, outputs: 4, samples: 5 };
const maskOf = (root: string) =>
  page.$eval(root, (figure) => {
    const scope = figure.shadowRoot ?? figure;
    const table = [...scope.querySelectorAll("table")].find(
      ({ caption }) => caption?.textContent?.trim() === "Keep mask",
    )!;
    const rows = [...table.tBodies[0]!.rows];
    return rows.map((row) =>
      [...row.cells]
        .filter(({ tagName }) => tagName === "TD")
        .map((cell) => Number(cell.textContent)),
    );
  });

// Sums and powers of two: the same in any browser.
const weight = [Array.from({ length: 26 }, (_, i) => (i % 7) / 4 - 0.75)];
const network = {
  input_p_drop: 0.3,
  layers: [{ weight, bias: [0.5], activation: "relu" as const, p_drop: 0 }],
};
const input = Array<number>(26).fill(1);

/** An average that takes workers, and whether they took part. */
const averageInWorkers = () =>
  page.evaluate(
    async (network, input) => {
      let hasWorker = false;
      window.Worker = class extends Worker {
        constructor(script: string | URL, options?: WorkerOptions) {
          super(script, options);
          this.addEventListener("message", () => (hasWorker = true));
        }
      };
      return { average: await window.dropout.average(network, input), hasWorker };
    },
    network,
    input,
  );

test("every figure is there, and changes with its controls and the address", async () => {
  await open(site.address);
  const all = await names();
  expect(all).toContain("layer");
  await fill(field("layer", "p_drop"), "0.2");
  await openSettings("layer");
  await fill(field("layer", "Seed"), "7");
  await page.waitForFunction(() => location.search === "?layer.pDrop=0.2&layer.seed=7");
  const { keep_mask } = dropout.layer({ generator: "torch-intel", seed: 7, p_drop: 0.2, ...size });
  expect(await maskOf("#layer")).toEqual(keep_mask);

  await page.reload();
  await page.waitForSelector("figure#layer");
  expect(await maskOf("#layer")).toEqual(keep_mask);
  for (const name of all) {
    await open(`${site.address}?figure=${name}`);
    expect(await names()).toEqual([name]);
  }
});

test("it obeys the keyboard", async () => {
  await open(`${site.address}?figure=layer`);
  await page.focus(field("layer", "p_drop, slider"));
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.search.includes("layer.pDrop=0.55"));
  await page.locator("#layer .share").click();
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog"));
  const focused = await page.evaluate(() => document.activeElement?.className);
  expect(focused).toContain("share");
});

test("workers give Node's bits", async () => {
  await open(site.address);
  const { average, hasWorker } = await averageInWorkers();
  expect(hasWorker).toBe(true);
  expect(average).toEqual(await dropout.average(network, input));
});

test("the one file works from the disk, with its workers", async () => {
  await open(`${pathToFileURL(join(dist, "dropout.html")).href}?layer.seed=7`);
  const { keep_mask } = dropout.layer({ generator: "torch-intel", seed: 7, p_drop: 0.5, ...size });
  expect(await maskOf("#layer")).toEqual(keep_mask);
  const { average, hasWorker } = await averageInWorkers();
  expect(hasWorker).toBe(true);
  expect(average).toEqual(await dropout.average(network, input));
  await openSettings("layer");
  await fill(field("layer", "Seed"), "8");
  await page.waitForFunction(() => location.search === "?layer.seed=8");
});

test("after the first visit it works without its host", async () => {
  const short = await host(dist, { path: "/lesson/" });
  await open(short.address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // The lesson has been read on, and is kept as a whole, with what trains in it.
  await page.waitForFunction(async () => {
    const caching = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    const kept = (await Promise.all(caching)).flat();
    return kept.some(({ url }) => /\/worker-[^/]*\.js$/.test(url));
  });
  await short.close();
  await open(`${short.address}?layer.seed=7`);
  const { keep_mask } = dropout.layer({ generator: "torch-intel", seed: 7, p_drop: 0.5, ...size });
  expect(await maskOf("#layer")).toEqual(keep_mask);
});

test("an element shows a figure in a page of another origin", async () => {
  const folder = await mkdtemp(join(tmpdir(), "elsewhere-"));
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">
     <dropout-figure figure="layer" seed="7" p-drop="0.2"></dropout-figure>
     <script type="module" src="${site.address}dropout-figure.js"></script>`,
  );
  const elsewhere = await host(folder);
  try {
    await page.goto(elsewhere.address);
    await page.waitForSelector("dropout-figure >>> figure");
    const { keep_mask } = dropout.layer({
      generator: "torch-intel",
      seed: 7,
      p_drop: 0.2,
      ...size,
    });
    expect(await maskOf("dropout-figure")).toEqual(keep_mask);
    await page.$eval("dropout-figure", (element) => element.setAttribute("seed", "8"));
    const other = dropout.layer({ generator: "torch-intel", seed: 8, p_drop: 0.2, ...size });
    expect(await maskOf("dropout-figure")).toEqual(other.keep_mask);
  } finally {
    await elsewhere.close();
    await rm(folder, { recursive: true });
  }
});

test("nothing sticks out of a phone's screen", async () => {
  await page.setViewport({ width: 375, height: 800 });
  await open(site.address);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
