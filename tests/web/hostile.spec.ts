// Links and documents made to do harm: the page says what is wrong, and goes on working.
import type { Page } from "@playwright/test";
import { expect, figure, openSettings, readOn, testOf } from "./page";

const test = testOf("averages");

const markup = `"><img src=x onerror="document.title='gone'"><script>document.title='gone'</script>`;
const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const nested = (depth: number) => '{"a":'.repeat(depth) + "1" + "}".repeat(depth);
const own = (network: string) => `{"network":${network},"input":[1],"output":0}`;

/** Everything that must hold whatever a link says, or a document. */
async function isSound(page: Page, name: "layer" | "averages") {
  await expect(page).toHaveTitle(/Dropout/);
  await expect(figure(page, name)).toBeVisible();
  await expect(page.locator("img, main script, iframe")).toHaveCount(0);
  const polluted = await page.evaluate(() => [
    Reflect.ownKeys(Object.prototype).includes("polluted"),
    Reflect.get({}, "polluted"),
    window.dropout.masks({ generator: "numpy", seed: 0, p_drop: 0.5, samples: 1, units: 2 }),
  ]);
  expect(polluted).toEqual([false, undefined, [[1, 1]]]);
  if (name === "averages") {
    await figure(page, name).locator("summary").filter({ hasText: "Settings" }).click();
  }
  const field = { layer: "Seed", averages: "Units, layer 1" }[name];
  if (name === "layer") await openSettings(figure(page, name));
  await figure(page, name).getByLabel(field, { exact: true }).fill("77");
  await expect.poll(() => page.url()).toMatch(new RegExp(`${name}\\.(seed|units)=77\\b`));
}

const parameters: [string, Record<string, string>][] = [
  ["prototypes as names", { "layer.__proto__": "1", "layer.constructor": "1", "__proto__.x": "1" }],
  ["prototypes as values", { "layer.generator": "__proto__", "layer.language": "constructor" }],
  [
    "huge numbers",
    { "layer.seed": "9".repeat(400), "counts.pDrop": "1e999", "die.rolls": "1e308" },
  ],
  ["no numbers", { "layer.seed": "NaN", "layer.pDrop": "-Infinity", "averages.inputs": "NaN,NaN" }],
  ["markup", { "layer.seed": markup, [`layer.${markup}`]: markup, "page.convention": markup }],
  ["a long value", { "layer.seed": "x".repeat(3000), "averages.own": "[".repeat(3000) }],
  ["many values", Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`layer.x${i}`, "1"]))],
  ["deep nesting", { "averages.own": own(deep(800)) }],
  ["deep nesting inside", { "averages.own": own(`{"input_p_drop":0,"layers":[${nested(300)}]}`) }],
  [
    "a polluting document",
    {
      "averages.own": own(
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"layers":[]}',
      ),
    },
  ],
  [
    "a document with other types",
    { "averages.own": '{"network":{"layers":[null,7,"x"]},"input":["x"],"output":1e9}' },
  ],
  ["no document", { "averages.own": "null,", "four-subnetworks.x": "1", "hook.mask": "1e1" }],
];

for (const [name, asked] of parameters) {
  test(`a link with ${name}`, async ({ watched }) => {
    await watched.goto(`./?${new URLSearchParams(asked)}`);
    await readOn(watched);
    await isSound(watched, "layer");
  });
}

test("a link that asks for a figure by a hostile name", async ({ watched }) => {
  for (const name of ["__proto__", "constructor", "toString", markup]) {
    await watched.goto(`./?${new URLSearchParams({ figure: name })}`);
    await expect(watched.getByRole("alert")).toContainText("There is no figure");
    await expect(watched.locator("img, figure")).toHaveCount(0);
  }
});

const layer = (weight: string) =>
  `{"input_p_drop":0,"layers":[{"weight":${weight},"bias":[0],"activation":"relu","p_drop":0}]}`;
const documents: [string, string, RegExp][] = [
  ["too long", `"${"x".repeat(1_000_001)}"`, /long|characters/],
  ["nested deeply", deep(100_000), /JSON|must be/],
  ["nested deeply inside", layer(deep(100_000)), /JSON|weight/],
  ["with huge numbers", layer("[[1e999]]"), /weight/],
  ["with numbers as text", layer('[["1"]]'), /weight/],
  ["with NaN", layer("[[NaN]]"), /JSON/],
  ["with no weights", layer("[[]]"), /weight/],
  ["with rows of two lengths", layer("[[1,2],[1]]"), /weight|bias/],
  ["with markup", markup, /JSON/],
  ["with markup inside", layer("[[1]]").replace("relu", "<img src=x>"), /activation/],
  ["with a deep prototype", '{"__proto__":{"input_p_drop":0,"layers":[]}}', /input_p_drop/],
];

async function use(page: Page, document: string) {
  const averages = figure(page, "averages");
  await averages.getByText("Use a network of your own").click();
  await averages.getByLabel("Network document (JSON)").evaluate((box, text) => {
    (box as HTMLTextAreaElement).value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, document);
  await averages.getByRole("button", { name: "Use this network" }).click();
}

for (const [name, document, message] of documents) {
  test(`a document ${name}`, async ({ alone }) => {
    await use(alone, document);
    const alert = figure(alone, "averages").getByRole("alert").filter({ hasText: message });
    await expect(alert.first()).toBeVisible();
    await isSound(alone, "averages");
  });
}

test("a network that brings a prototype along is a network without", async ({ lesson }) => {
  await use(lesson, layer("[[1]]").replace("{", '{"__proto__":{"polluted":1},'));
  await expect(figure(lesson, "averages").getByLabel("Input", { exact: true })).toBeVisible();
  await isSound(lesson, "layer");
});
