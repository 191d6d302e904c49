// The npm package, packed and installed into an empty project.
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newProject, type Project, root } from "./project";
import { complete, pageWith, scriptOf, served } from "./served";

let project: string;
let run: Project["run"];
let write: Project["write"];
let remove: Project["remove"];

beforeAll(async () => {
  ({ folder: project, run, write, remove } = await newProject());
});

afterAll(() => remove());

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

/** Fails with what the type checker says of `file`, besides `options`. */
const checkTypes = (file: string, ...options: string[]) =>
  run(
    resolve(root, "node_modules/.bin/tsc"),
    ...["--strict", "--noEmit", "--target", "es2023", "--lib", "es2023,dom,dom.iterable"],
    ...[...options, file],
  ).catch(({ stdout }) => expect.fail(stdout));

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
  await checkTypes("main.ts", "--module", "node16");
});

test("TypeScript lets constants be given, and still refuses what is wrong", async () => {
  await write(
    "constants.ts",
    `import { load, type Given, type Network } from "dropout-lesson";
     const network = {
       input_p_drop: 0.2,
       layers: [{ weight: [[1, 2]], bias: [0], activation: "relu", p_drop: 0 }],
     } as const;
     const dropout = await load();
     const inputs = [[1, 2]] as const;
     const masks = dropout.keepMasks(network, { generator: "torch", seed: 1, samples: 1 } as const);
     dropout.forward(network, inputs, { keep_masks: masks } as const).layers[0]!.activation.push([1]);
     const { signal } = new AbortController();
     const average = await dropout.average(network, inputs[0], { signal, onProgress: () => {} } as const);
     const given: Given<Network> = network;
     const changed: number[] = average.arithmetic_mean;
     const gradients = dropout.gradients(given, { inputs, targets: [[1]], loss: "mean_squared_error" } as const);
     dropout.descend(network, gradients, 0.1).layers[0]!.bias[0] = 1;
     await dropout.train({
       network, loss: "mean_squared_error", training: { inputs, targets: [[1]] }, test: { inputs, targets: [[1]] },
       batch_size: 1, learning_rate: 0.1, momentum: 0, learning_rate_decay: 1, weight_decay: 0,
       max_norm: null, generator: "torch", seed: 1,
     } as const);
     // @ts-expect-error: no activation
     dropout.verdicts({ ...network, layers: [{ ...network.layers[0], activation: "swish" }] } as const);
     export { changed };`,
  );
  await checkTypes("constants.ts", "--module", "node16");
});

const jsx = [
  ["react", "@types/react", "react-jsx", "react"],
  ["preact", "preact", "react-jsx", "preact"],
  ["solid", "solid-js", "preserve", "solid-js"],
] as const;
test.each(jsx)("the JSX of %s knows the element", async (framework, types, mode, source) => {
  const modules = join(project, "node_modules");
  await mkdir(join(modules, "@types"), { recursive: true });
  await symlink(resolve(root, "node_modules", types), join(modules, types));
  await write(
    `${framework}.tsx`,
    `import "dropout-lesson/figure/${framework}";
     export const right = <dropout-figure figure="layer" p-drop="0.2" seed={7} controls="off" id="one" />;
     // @ts-expect-error: there is no such figure
     export const wrong = <dropout-figure figure="layers" />;
     // @ts-expect-error: it has to have one
     export const none = <dropout-figure theme="dark" />;
     // @ts-expect-error: neither on nor off
     export const maybe = <dropout-figure figure="layer" controls="maybe" />;`,
  );
  await checkTypes(
    `${framework}.tsx`,
    ...["--module", "esnext", "--moduleResolution", "bundler"],
    ...["--jsx", mode, "--jsxImportSource", source],
  );
});

test("Svelte's templates know the element", async () => {
  const modules = join(project, "node_modules");
  await symlink(resolve(root, "node_modules/svelte"), join(modules, "svelte"));
  await write(
    "svelte.ts",
    `import "dropout-lesson/figure/svelte";
     import type { SvelteHTMLElements } from "svelte/elements";
     type Attributes = SvelteHTMLElements["dropout-figure"];
     export const right: Attributes = { figure: "layer", "p-drop": 0.2, theme: "dark", id: "one" };
     // @ts-expect-error: there is no such figure
     export const wrong: Attributes = { figure: "layers" };`,
  );
  await checkTypes("svelte.ts", "--module", "esnext", "--moduleResolution", "bundler");
});

test("it says which Node.js it needs, and shows its own description", async () => {
  await write(
    "described.js",
    `import { createRequire } from "node:module";
     const { name, engines } = createRequire(import.meta.url)("dropout-lesson/package.json");
     console.log(JSON.stringify({ name, engines }));`,
  );
  const { engines } = JSON.parse(await readFile(resolve(root, "package.json"), "utf8"));
  expect(JSON.parse(await run("node", "described.js"))).toEqual({
    name: "dropout-lesson",
    engines,
  });
});

test("a bundler takes along the core, its workers, and the element's styles", async () => {
  await write("main.js", scriptOf("dropout-lesson", "dropout-lesson/figure"));
  await write("index.html", pageWith("./main.js"));
  await build({ root: project, base: "./", logLevel: "error" });
  expect(await served(join(project, "dist"), "/bundled/")).toEqual(complete);
});
