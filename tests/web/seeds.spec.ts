// Seeds of up to 64 bits, and below 0, in fields, links, programs, workers and files.
import type { Page } from "@playwright/test";
import type { Generator } from "../../web/src/api/dropout";
import { expect, figure, openSettings, rowsOf, testOf } from "./page";
import { address, button, csvOf } from "./trained_figures";
import * as training from "./training_figure";

const test = testOf("layer");

const highest = "18446744073709551615";
const lowest = "-9223372036854775808";
const torchRange = `Seed must be a whole number from ${lowest} to ${highest}, got `;
const numpyRange = "Seed must be a whole number from 0 to 4294967295 for NumPy, got ";

const layer = (page: Page) => figure(page, "layer");
const seed = (page: Page) => layer(page).getByLabel("Seed");
const generator = (page: Page) => layer(page).getByLabel("Random numbers of");
const table = (page: Page) =>
  rowsOf(layer(page).getByRole("table", { name: "With dropout", exact: true }));
const query = (page: Page) => new URL(page.url()).search;

/** What the API makes of a seed's digits, as the table prints it. */
const printed = (page: Page, digits: string, generator: Generator = "torch-intel") =>
  page.evaluate(
    ({ digits, generator }) =>
      window.dropout
        .layer({
          generator,
          seed: BigInt(digits),
          inputs: 3,
          outputs: 4,
          samples: 5,
          p_drop: 0.5,
        })
        .dropped_output.map((row) =>
          row.map((value) => (Object.is(value, -0) ? "-" : "") + value.toFixed(4)).join(" "),
        ),
    { digits, generator },
  );

test.beforeEach(({ alone }) => openSettings(layer(alone)));

for (const digits of ["-1", highest, lowest, "9007199254740993"]) {
  test(`the seed ${digits} gives its own numbers, and a link restores it`, async ({
    alone,
    context,
  }) => {
    const expected = await printed(alone, digits);
    await seed(alone).fill(digits);
    await expect.poll(() => table(alone)).toEqual(expected);
    await expect(seed(alone)).toHaveAccessibleDescription("");
    await expect.poll(() => query(alone)).toBe(`?figure=layer&layer.seed=${digits}`);

    const other = await context.newPage();
    await other.goto(alone.url());
    expect(await table(other)).toEqual(expected);
    await expect(seed(other)).toHaveValue(digits);
  });
}

test("seeds of other digits and the same 32 bits are one", async ({ alone }) => {
  expect(await printed(alone, "-1")).toEqual(await printed(alone, highest));
  expect(await printed(alone, "-1")).not.toEqual(await printed(alone, lowest));
});

for (const digits of ["18446744073709551616", "-9223372036854775809"]) {
  test(`the seed ${digits} is refused, and the table stays`, async ({ alone }) => {
    const before = await table(alone);
    await seed(alone).fill(digits);
    await expect(seed(alone)).toHaveAccessibleDescription(torchRange + digits);
    await expect(seed(alone)).toHaveValue(digits);
    expect(await table(alone)).toEqual(before);
    await seed(alone).fill("1e19");
    await expect(seed(alone)).toHaveAccessibleDescription(
      'Seed must be a whole number, got "1e19"',
    );
  });
}

test("a link with a seed that no generator takes names it", async ({ watched }) => {
  await watched.goto("./?figure=layer&layer.seed=18446744073709551616");
  await expect(watched.getByRole("status").filter({ hasText: "means nothing" })).toContainText(
    "layer.seed = “18446744073709551616”",
  );
  await expect(seed(watched)).toHaveValue("12");
});

test("NumPy refuses a seed below 0, and nothing is lost", async ({ alone }) => {
  await seed(alone).fill("-1");
  const torch = await printed(alone, "-1");
  await expect.poll(() => table(alone)).toEqual(torch);
  await generator(alone).selectOption("numpy");
  await expect(seed(alone)).toHaveAccessibleDescription(`${numpyRange}-1`);
  await expect(seed(alone)).toHaveValue("-1");
  expect(await table(alone)).toEqual(torch);
  await generator(alone).selectOption("torch-intel");
  await expect(seed(alone)).toHaveAccessibleDescription("");
  await expect(seed(alone)).toHaveValue("-1");
  expect(await table(alone)).toEqual(torch);
});

test("programs have a seed that their framework takes", async ({ alone }) => {
  const program = (name: string) => layer(alone).getByLabel(`Program for ${name}`);
  const language = layer(alone).getByLabel("The same in your own code");
  for (const digits of ["-1", highest]) {
    await seed(alone).fill(digits);
    await language.selectOption("PyTorch");
    await expect(program("PyTorch")).toHaveValue(
      new RegExp(`^torch\\.manual_seed\\(${digits}\\)$`, "m"),
    );
    await language.selectOption("Keras");
    await expect(program("Keras")).toHaveValue(/seed=2147483647\)/);
    await language.selectOption("NumPy");
    await expect(program("NumPy")).toHaveValue(/^np\.random\.seed\(4294967295\)$/m);
  }
  await layer(alone).getByRole("button", { name: "Show its numbers" }).click();
  await expect(seed(alone)).toHaveValue("4294967295");
  await expect(generator(alone)).toHaveValue("numpy");
  const expected = await printed(alone, "4294967295", "numpy");
  await expect.poll(() => table(alone)).toEqual(expected);
});

test("figures with long jobs take them", async ({ watched }) => {
  await watched.goto(`./?figure=averages&averages.seed=${lowest}`);
  await expect(figure(watched, "averages")).toContainText("all 1,048,576 run");
  const settings = `${training.small}&training.updates=20`;
  await training.open(watched, `${settings}&training.seed=${highest}&training.dataSeed=-1`);
  const errors = async () => [
    await training.shownErrors(watched, "without dropout"),
    await training.shownErrors(watched, "with dropout"),
  ];
  const shown = await errors();
  await training.open(watched, `${settings}&training.seed=4294967295&training.dataSeed=4294967295`);
  expect(await errors()).toEqual(shown);
});

test("trained networks take any seed, and say what else they were given", async ({ watched }) => {
  await watched.goto(address("uncertainty", { seed: highest, isTrained: 1 }));
  const uncertainty = figure(watched, "uncertainty");
  await expect(uncertainty.locator("svg[data-picture]").last()).toBeVisible();
  await expect(uncertainty.getByLabel("Seed")).toHaveAccessibleDescription("");
  await openSettings(uncertainty);
  await uncertainty.getByLabel("Epochs").fill("1e999");
  await expect(uncertainty.getByLabel("Epochs")).toHaveAccessibleDescription(/, got "1e999"$/);
});

test("the networks of a sweep have the seeds that follow", async ({ watched }) => {
  test.slow();
  await watched.goto(address("sweep", { repeats: 2, seed: highest, epochs: 1 }));
  await button(watched, "sweep", "Train 20 networks").click();
  await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
  const [, ...rows] = await csvOf(watched, "sweep", "sweep");
  expect(new Set(rows.map(([, digits]) => digits))).toEqual(new Set([highest, "0"]));
});

test("a sweep whose last seed NumPy refuses does not start", async ({ watched }) => {
  await watched.goto(address("sweep", { repeats: 3, seed: "4294967294", generator: "numpy" }));
  const sweep = figure(watched, "sweep");
  // The settings open by themselves where something is wrong.
  await expect(sweep.getByLabel("Seed")).toHaveAccessibleDescription(`${numpyRange}4294967296`);
  await expect(button(watched, "sweep", "Train 30 networks")).toBeDisabled();
});
