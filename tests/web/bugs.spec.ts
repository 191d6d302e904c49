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

const extremes: Record<string, Partial<Record<(typeof bugs)[number], string>>> = {
  "1": {
    "inverted-by-p-drop": "everything is dropped",
    "scaled-twice": "everything is dropped",
    "left-on": "everything is dropped",
    "same-mask": "everything is dropped",
    "fresh-backward": "everything is dropped",
  },
  "1e-300": {
    "scaled-twice": "1 − pdrop is 1 as a 64-bit number",
    "same-mask": "fresh masks would all be the same",
    "fresh-backward": "both masks give the same gradients",
  },
  "0.9999999999999999": {
    "same-mask": "fresh masks would all be the same",
    "fresh-backward": "both masks give the same gradients",
  },
};
for (const [p_drop, hidden] of Object.entries(extremes)) {
  test(`at p_drop ${p_drop}, what shows no bug says why`, async ({ watched }) => {
    await watched.goto(`./?figure=bugs&bugs.pDrop=${p_drop}`);
    for (const bug of bugs) {
      await choose(watched, bug);
      const why = hidden[bug];
      const verdict = verdicts(watched).last();
      await expect(verdict).toHaveAttribute("data-verdict", why ? "hidden" : "wrong");
      await expect(verdict).toContainText(why ?? "");
      await expect(verdict).not.toContainText(/[Dd]raw new|value of 0/);
    }
  });
}

test("no factor helps where everything is dropped", async ({ watched }) => {
  await watched.goto("./?figure=bugs&bugs.pDrop=1");
  await expect(verdicts(watched).first()).toContainText("no factor brings it back");
  await expect(figureOf(watched)).not.toContainText("✓");
  await choose(watched, "multiplied-by-p-drop");
  await expect(verdicts(watched).first()).toContainText("Training averages 0, test time gives 0.");
});

test("numbers beyond float64, and long ones", async ({ watched }) => {
  const max = "&bugs.values=1000,0.5,1.5,-1";
  await watched.goto(`./?figure=bugs&bugs.pDrop=1e-306${max}`);
  await expect(verdicts(watched).last()).toContainText("more than a 64-bit number can hold");
  await watched.goto("./?figure=bugs&bugs.pDrop=0.9999999999999999&bugs.bug=scaled-twice");
  await expect(verdicts(watched).last()).toContainText("training gives 9.0072e+15 times");
});

test("left on, what a pass answers depends on its mask", async ({ alone }) => {
  await choose(alone, "left-on");
  await expect(verdicts(alone).last()).toContainText("the answer depends on which");
});

test("charts say what they show", async ({ alone }) => {
  const chart = (rule: string) => panel(alone, rule).getByRole("img");
  const mean = await alone.evaluate(
    () =>
      window.dropout
        .scaling({
          rule: "inverted",
          activations: [1],
          p_drop: 0.2,
          generator: "torch-intel",
          seed: 2,
          samples: 100,
        })
        .running_mean.at(-1)![0]!,
  );
  await expect(chart("inverted")).toHaveAccessibleName(
    `Inverted dropout. 100 masks average ${digits(mean)} in training, where 1 is expected; test time gives 1.`,
  );
  await choose(alone, "left-on");
  await expect(chart("left-on")).toHaveAccessibleName(/test time gives 1 on average\.$/);
  await openSettings(figureOf(alone));
  await figureOf(alone).getByLabel("Show").selectOption("layer");
  await expect(chart("inverted")).toHaveAccessibleName(
    /unit 1: .* unit 4: .* gives \u22121\.00\.$/,
  );
});

test("pdrop is typeset where it can be, and said where it cannot", async ({ alone }) => {
  for (const [bug, name] of [
    ["inverted-by-p-drop", "divided by the drop probability"],
    ["multiplied-by-p-drop", "multiplied by the drop probability"],
  ] as const) {
    await figureOf(alone).getByLabel("Bug", { exact: true }).selectOption({ label: name });
    await expect(panel(alone, bug).getByRole("heading").locator("sub")).toHaveText("drop");
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
  await expect(panel(watched, "inverted-by-p-drop").last()).toContainText("this bug divides by 0");
  await expect(panel(watched, "inverted-by-p-drop").getByRole("table")).toHaveCount(0);
  await expect(figureOf(watched).getByRole("status")).toContainText("this bug divides by 0");
  await expect(figureOf(watched)).not.toContainText("p_drop must be");
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
