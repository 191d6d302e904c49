import type { Locator, Page } from "@playwright/test";
import { typical } from "../../web/src/figures/shared/tiles/ten_passes";
import { violations } from "./axe";
import { expect, figure, testOf } from "./page";
import { sideways } from "./sideways";

const test = testOf("scaling");

const scaling = (page: Page) => figure(page, "scaling");
const die = (page: Page) => figure(page, "die");
const picture = (page: Page) => scaling(page).locator("svg[role=group]");
const note = (page: Page) => scaling(page).locator(".say");
const handle = (page: Page) => scaling(page).getByRole("slider", { name: "Height of the kept" });
const pDrop = (page: Page) => scaling(page).getByLabel("p_drop", { exact: true });
const press = (page: Page, name: string) =>
  scaling(page).getByRole("button", { name, exact: true }).click();
const line = (page: Page, name: string) => scaling(page).locator(`[data-line=${name}] .numbers`);

const digits = (value: number) => String(Number(value.toPrecision(5))).replace("-", "\u2212");

const answer = (page: Page, rule: "none" | "inverted" | "paper", p_drop: number, value = 0.6) =>
  page.evaluate(
    ({ rule, p_drop, value }) =>
      window.dropout.scaling({
        rule,
        activations: [value],
        p_drop,
        generator: "torch-intel",
        seed: 1,
        samples: 1,
      }),
    { rule, p_drop, value },
  );

test("opens with the trouble, and with a question", async ({ alone }) => {
  await expect(note(alone)).toContainText("These ten average 0.8");
  await expect(picture(alone)).toContainText("test is 1.25 × as loud");
  await expect(line(alone, "unscaled")).toContainText("0.48");
  await expect(line(alone, "unscaled")).toContainText("< test");
  await expect(line(alone, "scaled").locator(".result")).toHaveText("?");
});

test("a tile that is pointed at, or has the focus, shows its arithmetic", async ({ alone }) => {
  const tiles = picture(alone).getByRole("switch");
  const arithmetic = (tile: Locator) => tile.locator(".arithmetic");
  const dropped = tiles.and(alone.locator('[aria-checked="false"]')).first();
  await press(alone, "Pour");
  await expect(handle(alone)).toHaveAttribute("aria-valuenow", "1.25");
  await dropped.hover();
  await expect(arithmetic(dropped)).toHaveText(/^\s*0 · a\s*÷ 0\.8\s*$/);
  await tiles.first().focus();
  await alone.keyboard.press("Tab");
  const second = tiles.nth(1);
  await expect(second).toBeFocused();
  await expect(arithmetic(second)).toHaveText(/^\s*1 · a\s*÷ 0\.8\s*$/);
  await expect(arithmetic(tiles.nth(2))).toHaveCount(0);
});

test("pouring makes training meet test time, and back", async ({ alone }) => {
  await press(alone, "Pour");
  await expect(note(alone)).toContainText("They meet. 8 tiles of 1.25");
  await expect(handle(alone)).toHaveAttribute("aria-valuenow", "1.25");
  await expect(line(alone, "scaled")).toContainText("0.75");
  await expect(line(alone, "scaled").locator(".result")).toHaveText("0.60");
  await expect(line(alone, "scaled")).toContainText("= test");
  await press(alone, "Pour back");
  await expect(note(alone)).toContainText("How tall must the 8 kept tiles be?");
});

for (const p_drop of [0.2, 0.5, 0.8]) {
  test(`both rules show the core's numbers at p_drop ${p_drop}`, async ({ alone }) => {
    await pDrop(alone).fill(String(p_drop));
    await press(alone, "Pour");
    const inverted = await answer(alone, "inverted", p_drop);
    await expect(handle(alone)).toHaveAttribute("aria-valuenow", String(inverted.training_factor));
    await expect(line(alone, "scaled").locator(".result")).toHaveText(
      inverted.expected_training[0]!.toFixed(2),
    );
    const none = await answer(alone, "none", p_drop);
    await expect(line(alone, "unscaled").locator(".result")).toHaveText(
      none.expected_training[0]!.toFixed(2),
    );
    await scaling(alone).getByText("Weight scaling").click();
    const paper = await answer(alone, "paper", p_drop);
    await expect(line(alone, "test").locator(".result")).toHaveText(paper.test[0]!.toFixed(2));
    await expect(line(alone, "unscaled")).toContainText("= test");
    await expect(picture(alone)).toContainText(`weights × ${digits(paper.test_factor)}`);
    await expect(note(alone)).toContainText(`multiplied by ${digits(paper.test_factor)}`);
  });
}

test("the factor is found by hand: with the keyboard", async ({ alone }) => {
  await handle(alone).focus();
  for (const height of ["1.05", "1.1", "1.15", "1.2"]) {
    await alone.keyboard.press("ArrowUp");
    await expect(handle(alone)).toHaveAttribute("aria-valuenow", height);
  }
  await expect(note(alone)).toContainText("Still too quiet");
  await alone.keyboard.press("ArrowUp");
  await expect(note(alone)).toContainText("They meet.");
  await alone.keyboard.press("ArrowUp");
  await expect(note(alone)).toContainText("Now too loud");
  // A factor between two steps is not stepped over.
  await pDrop(alone).fill("0.3");
  await handle(alone).focus();
  for (let i = 0; i < 3; ++i) await alone.keyboard.press("ArrowUp");
  await expect(handle(alone)).toHaveAttribute("aria-valuenow", String(1 / 0.7));
  await expect(note(alone)).toContainText("They meet.");
});

test("the factor is found by hand: with the pointer, which snaps", async ({ alone }) => {
  const box = (await picture(alone).boundingBox())!;
  // The first tile's top, at a; 132 pixels are a.
  const [x, y] = [box.x + 66, box.y + 46 + 132];
  await alone.mouse.move(x, y);
  await alone.mouse.down();
  await alone.mouse.move(x, y - 20);
  await expect(note(alone)).toContainText("Still too quiet");
  await alone.mouse.move(x, y - 31);
  await expect(note(alone)).toContainText("They meet.");
  await alone.mouse.move(x, y - 60);
  await expect(note(alone)).toContainText("Now too loud");
  await alone.mouse.move(x, y - 34);
  await alone.mouse.up();
  await expect(note(alone)).toContainText("They meet.");
});

test("the dice change the mask, but not the factor", async ({ alone }) => {
  await press(alone, "Pour");
  await expect(note(alone)).toContainText("They meet.");
  await press(alone, "New masks");
  const [mask] = await alone.evaluate(
    (asked) => window.dropout.masks({ ...asked, p_drop: 0.2, samples: 1, units: 10 }),
    { ...typical, seed: typical.seed + 1 },
  );
  const dropped = mask!.filter((keep) => keep === 0).length;
  expect(dropped).not.toBe(2);
  await expect(note(alone)).toContainText(`These ten dropped ${dropped}`);
  await expect(note(alone)).toContainText("= 1.25");
  await expect(picture(alone)).toContainText("these ten");
  await expect(picture(alone)).toContainText("expected");
});

test("the unit's value is edited where it stands", async ({ alone }) => {
  const value = scaling(alone).getByLabel("a, the unit’s value");
  await value.fill("-2");
  await expect(line(alone, "unscaled").locator(".result")).toHaveText("\u22121.60");
  await expect(line(alone, "unscaled")).toContainText("> test");
  await value.fill("abc");
  await expect(value).toHaveAccessibleDescription(/^a, the unit’s value must be a.*number/);
  await expect(line(alone, "unscaled").locator(".result")).toHaveText("\u22121.60");
  await value.fill("0");
  await expect(line(alone, "unscaled")).toContainText("= test");
});

test("bad input is explained at its control, and keeps the last picture", async ({ alone }) => {
  const before = await note(alone).innerText();
  await pDrop(alone).fill("1.5");
  await expect(pDrop(alone)).toHaveAccessibleDescription(/^p_drop must be in \[0, 1\], got 1\.5/);
  expect(await note(alone).innerText()).toBe(before);
  await pDrop(alone).fill("1");
  await expect(note(alone)).toContainText("nothing is left to scale");
  await pDrop(alone).fill("0");
  await expect(note(alone)).toContainText("nothing needs to be scaled");
});

for (const [settings, isPossible] of [
  ["pDrop=0.2", true],
  ["pDrop=0.2&scaling.rule=paper", false],
  ["pDrop=0", false],
  ["pDrop=1", false],
  ["pDrop=1&scaling.rule=paper", false],
] as const) {
  test(`pouring is ${isPossible ? "" : "im"}possible at ${settings}`, async ({ watched }) => {
    await watched.goto(`./?figure=scaling&scaling.${settings}`);
    const pour = scaling(watched).getByRole("button", { name: "Pour", exact: true });
    await expect(pour).toHaveAttribute("aria-disabled", String(!isPossible));
    await expect(picture(watched)).not.toContainText(/÷ 0(?!\.)/);
  });
}

test("a factor that is almost 0 is not called 0", async ({ watched }) => {
  await watched.goto("./?figure=scaling&scaling.pDrop=0.9999&scaling.rule=paper");
  await expect(picture(watched)).toContainText("weights × 1e\u22124");
  await expect(picture(watched)).toContainText("÷ 1e\u22124");
});

test("on a narrow screen: nothing sticks out, and everything is accessible", async ({ alone }) => {
  await alone.setViewportSize({ width: 320, height: 568 });
  await press(alone, "Pour");
  await expect(note(alone)).toContainText("They meet.");
  expect(await sideways(alone)).toEqual([]);
  expect(await violations(alone)).toEqual([]);
});

test("a link of the first edition opens the bug that it is about", async ({ watched }) => {
  const link = "scaling.bug=scaled-twice&scaling.pDrop=0.4";
  await watched.goto(`./?figure=scaling&${link}`);
  await expect(figure(watched, "bugs").getByLabel("Bug", { exact: true })).toHaveValue(
    "scaled-twice",
  );
  await expect(figure(watched, "bugs").getByLabel("p_drop", { exact: true })).toHaveValue("0.4");
});

testOf("die")("the die shows the core's mean, and keeps it where it refuses", async ({ alone }) => {
  for (const rolls of [1000, 10]) {
    await die(alone).getByLabel("Rolls", { exact: true }).fill(String(rolls));
    const { mean, expected } = await alone.evaluate((rolls) => {
      const { running_mean, expected } = window.dropout.dieRolls({
        generator: "torch-intel",
        seed: 1,
        sides: 6,
        rolls,
      });
      return { mean: running_mean.at(-1)!, expected };
    }, rolls);
    await expect(die(alone)).toContainText(`rolls: ${digits(mean)}`);
    await expect(die(alone)).toContainText(`= ${digits(expected)}`);
  }
  const rolls = die(alone).getByLabel("Rolls", { exact: true });
  await rolls.fill("1");
  await expect(die(alone)).toContainText("After 1 roll, the mean is");
  await expect(die(alone)).toContainText("1 roll of a die");
  await rolls.fill("10");
  await rolls.fill("0");
  await expect(rolls).toHaveAccessibleDescription(/^Rolls must be.*got 0/);
  await expect(die(alone)).toContainText("mean of 10 rolls");
});
