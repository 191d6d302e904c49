// The npm package, packed and installed into an empty project.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Dropout } from "../../web/src/dropout";
import { host } from "../web/host";

const root = resolve(import.meta.dirname, "../..");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
let project: string;

const run = async (program: string, ...given: string[]) =>
  (await promisify(execFile)(program, given, { cwd: project })).stdout;
const write = (file: string, text: string) => writeFile(join(project, file), text);

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "project-"));
  await write("package.json", JSON.stringify({ name: "empty", private: true, type: "module" }));
  const packed = await run("npm", "pack", "--silent", resolve(root, "dist"));
  await run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed.trim()}`);
});

afterAll(() => rm(project, { recursive: true }));

test("Node.js computes with it: masks, exact averages, and errors that name the field", async () => {
  await write(
    "main.js",
    `import { load } from "dropout-lesson";
     const dropout = await load();
     const layer = { weight: [Array(20).fill(1)], bias: [0], activation: "relu", p_drop: 0 };
     const { subnetworks } = await dropout.average({ input_p_drop: 0.2, layers: [layer] }, Array(20).fill(1));
     const masks = dropout.masks({ generator: "numpy", seed: 0, p_drop: 0.5, samples: 2, units: 2 });
     let refused;
     try {
       dropout.masks({ generator: "numpy", seed: 0, p_drop: 2, samples: 2, units: 2 });
     } catch (error) {
       refused = { name: error.name, field: error.field };
     }
     console.log(JSON.stringify({ subnetworks, masks, refused }));`,
  );
  expect(JSON.parse(await run("node", "main.js"))).toEqual({
    subnetworks: 2 ** 20,
    masks: [
      [1, 1],
      [1, 1],
    ],
    refused: { name: "RangeError", field: "p_drop" },
  });
});

test("where there is no browser, bad options are refused in words, and the element is imported in vain", async () => {
  await write(
    "refused.js",
    `import { load } from "dropout-lesson";
     import { DropoutFigure } from "dropout-lesson/figure";
     const refused = await load(null).catch(({ name, message }) => ({ name, message }));
     console.log(JSON.stringify({ refused, figure: typeof DropoutFigure }));`,
  );
  expect(JSON.parse(await run("node", "refused.js"))).toEqual({
    refused: { name: "TypeError", message: "options must be an object, got null" },
    figure: "function",
  });
});

test("where a browser is imitated without what pages rarely need, the element is imported and made", async () => {
  await write(
    "imitated.js",
    `const made = [];
     class HTMLElement {
       attachShadow() { return { append() {} }; }
     }
     const document = { createElement: () => ({ append() {} }) };
     const customElements = {
       get: (name) => made.find((one) => one.name === name),
       define: (name, element) => made.push({ name, element }),
     };
     class MutationObserver { observe() {} }
     // As jsdom: listening is for the window alone, and there are no fonts, no media, no observers of sizes.
     const window = { addEventListener() { if (this !== window) throw new TypeError("not a window"); } };
     const { addEventListener } = window;
     Object.assign(globalThis, { HTMLElement, document, customElements, MutationObserver, window, addEventListener });
     const { DropoutFigure } = await import("dropout-lesson/figure");
     const [{ name, element }] = made;
     new element();
     console.log(JSON.stringify({ name, isSame: element === DropoutFigure }));`,
  );
  expect(JSON.parse(await run("node", "imitated.js"))).toEqual({
    name: "dropout-figure",
    isSame: true,
  });
});

test("it comes with the licences of all that is in it", async () => {
  const licences = await readFile(
    join(project, "node_modules/dropout-lesson/LICENSES.txt"),
    "utf8",
  );
  for (const what of [
    "MIT License",
    "SIL OPEN FONT LICENSE",
    "CC BY 4.0",
    "== svelte",
    "== comlink",
  ]) {
    expect(licences).toContain(what);
  }
});

test("Node.js reads the digits, and trains on them", async () => {
  await write(
    "digits.js",
    `import { load } from "dropout-lesson";
     const dropout = await load();
     const seeded = { generator: "torch", seed: 1 };
     const { inputs, targets } = await dropout.digits();
     const part = (from, to) => ({ inputs: inputs.slice(from, to), targets: targets.slice(from, to) });
     const network = dropout.network({
       ...seeded, widths: [64, 32, 10], hidden_activation: "relu", output_activation: "softmax",
       input_p_drop: 0, hidden_p_drop: 0.2,
     });
     const session = await dropout.train({
       ...seeded, network, loss: "cross_entropy", training: part(0, 1000), test: part(1000, 1797),
       batch_size: 50, learning_rate: 0.1, momentum: 0.9, learning_rate_decay: 1, weight_decay: 0,
       max_norm: null,
     });
     const { updates, test } = await session.step(100);
     session.dispose();
     console.log(JSON.stringify({ digits: inputs.length, pixels: inputs[0].length, updates, error: test.error }));`,
  );
  const { error, ...rest } = JSON.parse(await run("node", "digits.js"));
  expect(rest).toEqual({ digits: 1797, pixels: 64, updates: 100 });
  expect(error).toBeLessThan(0.15); // guessing: 0.9
});

// The stricter of the ways to look for modules.
test("TypeScript knows its types", async () => {
  await write(
    "main.ts",
    `import { load, type Average, type Network } from "dropout-lesson";
     import { DropoutFigure } from "dropout-lesson/figure";
     const network: Network = { input_p_drop: 0, layers: [] };
     const average: Average = await (await load({ workers: 2 })).average(network, [1]);
     const means: number[] = average.arithmetic_mean;
     const element: DropoutFigure = document.createElement("dropout-figure");
     // @ts-expect-error: a misspelt field
     (await load()).masks({ generator: "numpy", seed: 0, pdrop: 0.5, samples: 1, units: 1 });
     export { means, element };`,
  );
  const options = ["--strict", "--noEmit", "--module", "node16", "--target", "es2023"];
  await run(
    resolve(root, "node_modules/.bin/tsc"),
    ...[...options, "--lib", "es2023,dom,dom.iterable", "main.ts"],
  ).catch(({ stdout }) => expect.fail(stdout));
});

test("a bundler takes along the core, its workers, and the element's styles", async () => {
  await write(
    "main.js",
    `import { load } from "dropout-lesson";
     import "dropout-lesson/figure";
     window.load = load;`,
  );
  await write(
    "index.html",
    `<!doctype html><title>Bundled</title><link rel="icon" href="data:,">
     <dropout-figure figure="layer" seed="7"></dropout-figure>
     <script type="module" src="./main.js"></script>`,
  );
  await build({ root: project, base: "./", logLevel: "error" });
  const site = await host(join(project, "dist"), { path: "/bundled/" });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    const panel = page.locator("dropout-figure").getByRole("figure");
    await panel.waitFor();
    const border = await panel.evaluate((figure) => getComputedStyle(figure).borderTopStyle);
    expect(border).toBe("solid");
    const result = await page.evaluate(async () => {
      let hasWorker = false;
      window.Worker = class extends Worker {
        constructor(script: string | URL, options?: WorkerOptions) {
          super(script, options);
          this.addEventListener("message", () => (hasWorker = true));
        }
      };
      const dropout: Dropout = await Reflect.get(window, "load")({ workers: 1 });
      const layer = {
        weight: [Array(26).fill(1)],
        bias: [0],
        activation: "relu" as const,
        p_drop: 0,
      };
      const network = { input_p_drop: 0.2, layers: [layer] };
      const { subnetworks } = await dropout.average(network, Array(26).fill(1));
      return { subnetworks, hasWorker };
    });
    expect(result).toEqual({ subnetworks: 2 ** 26, hasWorker: true });
    expect(site.missing).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});
