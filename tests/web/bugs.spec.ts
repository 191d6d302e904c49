import type { Page } from "@playwright/test";
import { bugs } from "../../web/src/figures/bugs/bugs";
import type { ScalingRule } from "../../web/src/api/core/types";
import { expect, figure, openSettings, readOn, rowsOf, testOf } from "./page";

const test = testOf("bugs");

const figureOf = (page: Page) => figure(page, "bugs");
const choose = (page: Page, bug: string) =>
  figureOf(page).getByLabel("Bug", { exact: true }).selectOption(bug);
const pDrop = (page: Page) => figureOf(page).getByLabel("p_drop", { exact: true });
const panel = (page: Page, rule: string) => figureOf(page).locator(`[data-rule="${rule}"]`);
const verdicts = (page: Page) => figureOf(page).locator("[data-verdict]");

const digits = (value: number) => String(Number(value.toPrecision(5))).replace("-", "\u2212");

const rules: ScalingRule[] = [
  "inverted-by-p-drop",
  "multiplied-by-p-drop",
  "scaled-twice",
  "left-on",
];

async function expectPanel(page: Page, rule: ScalingRule, p_drop: number) {
  const values = await page.evaluate(
    (asked) => {
      const { running_mean, expected_training, test } = window.dropout.scaling({
        ...asked,
        activations: [1],
        generator: "torch-intel",
        seed: 2,
        samples: 100,
      });
      return [running_mean.at(-1)!, expected_training, test];
    },
    { rule, p_drop },
  );
  await expect
    .poll(() => rowsOf(panel(page, rule).getByRole("table")))
    .toEqual(values.map((row) => row.map(digits).join(" ")));
}

for (const p_drop of [0.2, 0.8]) {
  test(`each bug of scaling shows the core's numbers at p_drop ${p_drop}`, async ({ alone }) => {
    await pDrop(alone).fill(String(p_drop));
    for (const rule of rules) {
      await choose(alone, rule);
      await expectPanel(alone, rule === "multiplied-by-p-drop" ? "paper" : "inverted", p_drop);
      await expectPanel(alone, rule, p_drop);
      await expect(verdicts(alone).first()).toHaveAttribute("data-verdict", "right");
      await expect(verdicts(alone).last()).toHaveAttribute("data-verdict", "wrong");
    }
  });
}

test("p_drop 0.5 hides two of the six, and says that it does", async ({ alone }) => {
  await figureOf(alone).getByRole("button", { name: "hides two of the six" }).click();
  await expect(pDrop(alone)).toHaveValue("0.5");
  for (const bug of bugs) {
    await choose(alone, bug);
    const isHidden = bugs.indexOf(bug) < 2;
    const verdict = verdicts(alone).last();
    await expect(verdict).toHaveAttribute("data-verdict", isHidden ? "hidden" : "wrong");
    if (!isHidden) continue;
    await expect(verdict).toContainText("only because pdrop = 1 − pdrop here");
    await expect(verdict).not.toContainText("✓");
  }
});

test("pairs share their axes", async ({ alone }) => {
  for (const bug of bugs) {
    await choose(alone, bug);
    const charts = figureOf(alone).locator("svg[role=img]");
    await expect(charts).toHaveCount(2);
    const ticks = await charts.evaluateAll((all) =>
      all.map((chart) =>
        [...chart.querySelectorAll('text[text-anchor="end"]')].map((tick) => tick.textContent),
      ),
    );
    expect(ticks[0]!.length).toBeGreaterThan(1);
    expect(ticks[1]).toEqual(ticks[0]);
  }
});

test("a mask that stays trains one subnetwork", async ({ alone }) => {
  await choose(alone, "same-mask");
  const first = await alone.evaluate(
    () =>
      window.dropout.scaling({
        rule: "inverted",
        activations: [1],
        p_drop: 0.2,
        generator: "torch-intel",
        seed: 2,
        samples: 1,
      }).training[0]![0]!,
  );
  await expect(verdicts(alone).last()).toContainText(`The mean stays at ${digits(first)};`);
});

test("a fresh mask on the way back gives the gradient of another pass", async ({ alone }) => {
  await choose(alone, "fresh-backward");
  const { right, wrong, strays } = await alone.evaluate(() => {
    const asked = { generator: "torch-intel" as const, seed: 2, p_drop: 0.2, units: 1 };
    const drawn = window.dropout.masks({ ...asked, samples: 200 }).flat();
    const [forward, back] = [drawn.slice(0, 100), drawn.slice(100)];
    // The loss is (m a / (1 - p_drop) - a)², with a weight of 1 and a of 1.
    const gradient = (m: number, b: number) => 2 * (m / 0.8 - 1) * (b / 0.8);
    const mean = (other: number[]) =>
      forward.reduce((sum, m, i) => sum + gradient(m, other[i]!), 0) / 100;
    return {
      right: mean(forward),
      wrong: mean(back),
      strays: forward.filter((m, i) => m === 0 && back[i] === 1).length,
    };
  });
  const verdict = verdicts(alone).last();
  await expect(verdict).toContainText(`In ${strays} passes`);
  await expect(verdict).toContainText(`The mean is ${digits(wrong)} instead of ${digits(right)}`);
});

test("a layer shows each unit's numbers", async ({ alone }) => {
  await openSettings(figureOf(alone));
  await figureOf(alone).getByLabel("Show").selectOption("layer");
  await expect(panel(alone, "inverted").getByRole("columnheader")).toHaveCount(4);
});

test("bad input is explained at its control, and keeps the last picture", async ({ alone }) => {
  await openSettings(figureOf(alone));
  const rows = () => rowsOf(panel(alone, "inverted").getByRole("table"));
  const before = await rows();
  for (const [label, typed, message] of [
    ["p_drop", "1.5", /^p_drop must be in \[0, 1\], got 1\.5/],
    ["Unit’s value", "abc", /^Unit’s value must be a.*number/],
    ["Masks", "0", /^Masks must be.*got 0/],
    ["Seed", "-0.5", /^Seed must be.*got -0\.5/],
  ] as const) {
    const control = figureOf(alone).getByLabel(label, { exact: true });
    const usual = await control.inputValue();
    await control.fill(typed);
    await expect(control).toHaveAccessibleDescription(message);
    expect(await rows()).toEqual(before);
    await control.fill(usual);
    await expect(control).toHaveAccessibleDescription("");
  }
});

test("where a bug divides by zero, only its own panel is missing", async ({ watched }) => {
  await watched.goto("./?figure=bugs&bugs.pDrop=0");
  await expect(figureOf(watched).getByText(/p_drop must be in \(0, 1\]/)).toBeVisible();
  await expectPanel(watched, "inverted", 0);
  await choose(watched, "multiplied-by-p-drop");
  await expect(verdicts(watched).last()).toContainText("At test time nothing is left.");
});

test("in the lesson they are folded, unless a link is about them", async ({ watched }) => {
  await watched.goto("./?scaling.bug=left-on");
  await readOn(watched);
  await expect(figureOf(watched).getByLabel("Bug", { exact: true })).toHaveValue("left-on");
  await expect(figureOf(watched)).toBeVisible();
  await watched.goto("./?bugs.bug=same-mask");
  await readOn(watched);
  await expect(figureOf(watched)).toBeVisible();
  await watched.goto("./");
  await readOn(watched);
  await expect(figureOf(watched)).toBeHidden();
});
