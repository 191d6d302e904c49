// The programs that the page shows are run, where $PYTHON (or python3) has what they import.
import { execFileSync, spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expect, figure, openSettings, rowsOf, testOf } from "./page";

const test = testOf("layer");
// Python, and its packages.
test.use({ dependsOn: "more" });

const python = process.env.PYTHON ?? "python3";
const succeeds = (program: string) => spawnSync(python, ["-c", program]).status === 0;
const layer = (page: Page) => figure(page, "layer");

const cases = [
  { pDrop: "0.5", seed: "12" },
  { pDrop: "0.2", seed: "7" },
  { pDrop: "0.35", seed: "4294967295" },
  { pDrop: "0", seed: "0" },
];

/** The rows of numbers that the program prints. */
async function printed(page: Page, language: string): Promise<string[]> {
  const program = await layer(page).getByLabel(`Program for ${language}`).inputValue();
  return execFileSync(python, ["-c", program], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => line.match(/-?\d[\d.]*/g)?.join(" ") ?? []);
}

const table = (page: Page, name: string) =>
  rowsOf(layer(page).getByRole("table", { name, exact: true }));

async function set(page: Page, { pDrop, seed }: (typeof cases)[number]) {
  await layer(page).getByLabel("p_drop", { exact: true }).fill(pDrop);
  await layer(page).getByLabel("Seed").fill(seed);
}

test.beforeEach(({ alone }) => openSettings(layer(alone)));

test("the PyTorch program prints the tables", async ({ alone }) => {
  test.slow(); // importing PyTorch takes seconds
  // With MKL, its masks depend on whose CPU this is.
  const canRun = succeeds("import torch; assert not torch.backends.mkl.is_available()");
  test.skip(!canRun, "no PyTorch without MKL");
  await layer(alone).getByLabel("Random numbers of").selectOption("torch");
  for (const settings of cases) {
    await set(alone, settings);
    const expected = [
      ...(await table(alone, "Without dropout")),
      ...(await table(alone, "With dropout")),
    ];
    expect(await printed(alone, "PyTorch")).toEqual(expected);
  }
});

test("the NumPy program prints the tables", async ({ alone }) => {
  test.skip(!succeeds("import numpy"), "no NumPy");
  await layer(alone).getByLabel("The same in your own code").selectOption("NumPy");
  await layer(alone).getByRole("button", { name: "Show its numbers" }).click();
  await expect(layer(alone).getByLabel("Random numbers of")).toHaveValue("numpy");
  for (const settings of cases) {
    await set(alone, settings);
    const expected = [
      ...(await table(alone, "Without dropout")),
      ...(await table(alone, "Keep mask")),
      ...(await table(alone, "With dropout")),
    ];
    expect(await printed(alone, "NumPy")).toEqual(expected);
  }
});

test("the Keras program is given what the tables show", async ({ alone }) => {
  await layer(alone).getByLabel("The same in your own code").selectOption("Keras");
  const program = await layer(alone).getByLabel("Program for Keras").inputValue();
  const { keep_mask, bias } = await alone.evaluate(() =>
    window.dropout.layer({
      generator: "torch-intel",
      seed: 12,
      inputs: 3,
      outputs: 4,
      samples: 5,
      p_drop: 0.5,
    }),
  );
  for (const row of keep_mask) expect(program).toContain(`[${row.join(", ")}],`);
  const given = /bias = np\.array\(\[(.*)\]\)/.exec(program)![1]!.split(", ").map(Number);
  expect(given.map(Math.fround)).toEqual(bias);
});

test.describe("copying", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("gives the program as it is shown", async ({ alone }) => {
    await layer(alone).getByLabel("Seed").fill("3");
    await layer(alone).getByRole("button", { name: "Copy" }).click();
    const copied = await alone.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("torch.manual_seed(3)");
    expect(copied).toBe(await layer(alone).getByLabel("Program for PyTorch").inputValue());
  });
});
