import type { Page } from "@playwright/test";
import type { ScalingRule } from "../../web/src/api/core/types";
import { expect, figure, rowsOf, testOf } from "./page";

const test = testOf("scaling");

const scaling = (page: Page) => figure(page, "scaling");
const die = (page: Page) => figure(page, "die");
const pDrop = (page: Page) => scaling(page).getByLabel("p_drop", { exact: true });
const panel = (page: Page, rule: ScalingRule) => scaling(page).locator(`[data-rule="${rule}"]`);
const rows = (page: Page, rule: ScalingRule) => rowsOf(panel(page, rule).getByRole("table"));
const bugChoice = (page: Page) => scaling(page).getByLabel("Bug", { exact: true });

const compared: ScalingRule[] = ["none", "inverted", "paper"];
const bugs: ScalingRule[] = [
  "inverted-by-p-drop",
  "multiplied-by-p-drop",
  "scaled-twice",
  "left-on",
];

interface Asked {
  rule: ScalingRule;
  p_drop: number;
  activations?: number[];
}

/** What the core says, with the figure's first settings. */
function answer(page: Page, { rule, p_drop, activations = [1] }: Asked) {
  return page.evaluate(
    ({ rule, p_drop, activations }) => {
      const { running_mean, expected_training, test, training_to_test, is_correct } =
        window.dropout.scaling({
          rule,
          activations,
          p_drop,
          generator: "torch-intel",
          seed: 2,
          samples: 100,
        });
      return {
        values: [running_mean.at(-1)!, expected_training, test],
        ratio: training_to_test,
        isCorrect: is_correct,
      };
    },
    { rule, p_drop, activations },
  );
}

const digits = (value: number) => String(Number(value.toPrecision(5))).replace("-", "\u2212");

async function expectPanel(page: Page, asked: Asked) {
  const { values, ratio, isCorrect } = await answer(page, asked);
  const shown = values.map((row) => row.map(digits).join(" "));
  await expect.poll(() => rows(page, asked.rule)).toEqual(shown);
  const verdict = panel(page, asked.rule).locator(".verdict");
  await expect(verdict).toContainText(isCorrect ? "✓" : "✗");
  if (!isCorrect && asked.rule !== "left-on") {
    await expect(verdict).toContainText(`${digits(ratio)} times`);
  }
}

for (const p_drop of [0.2, 0.8]) {
  test(`every rule shows the core's numbers at p_drop ${p_drop}`, async ({ alone }) => {
    await pDrop(alone).fill(String(p_drop));
    for (const rule of compared) await expectPanel(alone, { rule, p_drop });
    for (const rule of bugs) {
      await bugChoice(alone).selectOption(rule);
      await expectPanel(alone, { rule, p_drop });
    }
  });
}

test("a layer shows each unit's numbers", async ({ alone }) => {
  await scaling(alone).getByLabel("Show").selectOption("layer");
  for (const rule of compared) {
    const { values } = await answer(alone, {
      rule,
      p_drop: 0.2,
      activations: [1, 0.5, 1.5, -1],
    });
    const shown = values.map((row) =>
      row.map((value) => value.toFixed(2).replace("-", "\u2212")).join(" "),
    );
    expect(await rows(alone, rule)).toEqual(shown);
  }
});

test("p_drop 0.5 hides the first two bugs, and says so", async ({ alone }) => {
  const atHalf = scaling(alone).locator("[data-at-half]");
  for (const rule of bugs) {
    const { isCorrect } = await answer(alone, { rule, p_drop: 0.5 });
    expect(isCorrect).toBe(bugs.indexOf(rule) < 2);
    await bugChoice(alone).selectOption(rule);
    if (isCorrect) await expect(atHalf).toContainText("nothing shows it");
    else await expect(atHalf).not.toContainText("nothing shows it");
  }
  await pDrop(alone).fill("0.5");
  await bugChoice(alone).selectOption("inverted-by-p-drop");
  await expect(panel(alone, "inverted-by-p-drop").locator(".verdict")).toContainText("✓");
});

test("bad input is explained at its control, and keeps the last picture", async ({ alone }) => {
  const before = await rows(alone, "inverted");
  const cases = [
    ["p_drop", "1.5", /^p_drop must be in \[0, 1\], got 1\.5/],
    ["Unit’s value", "abc", /^Unit’s value must be a.*number/],
    ["Masks", "0", /^Masks must be.*got 0/],
    ["Seed", "-0.5", /^Seed must be.*got -0\.5/],
  ] as const;
  for (const [label, typed, message] of cases) {
    const control = scaling(alone).getByLabel(label, { exact: true });
    const usual = await control.inputValue();
    await control.fill(typed);
    await expect(control).toHaveAccessibleDescription(message);
    expect(await rows(alone, "inverted")).toEqual(before);
    await control.fill(usual);
    await expect(control).toHaveAccessibleDescription("");
  }
});

test("where a bug divides by zero, only its own panel is missing", async ({ watched }) => {
  await watched.goto("./?figure=scaling&scaling.pDrop=0");
  await expect(scaling(watched).getByText(/p_drop must be in \(0, 1\]/)).toBeVisible();
  await expectPanel(watched, { rule: "none", p_drop: 0 });
  await bugChoice(watched).selectOption("multiplied-by-p-drop");
  await expect(panel(watched, "multiplied-by-p-drop").locator(".verdict")).toContainText(
    "At test time nothing is left.",
  );
});

test("a value of 0 hides what is wrong", async ({ alone }) => {
  await scaling(alone).getByLabel("Unit’s value", { exact: true }).fill("0");
  await expect(panel(alone, "none").locator(".verdict")).toContainText("Wrong, but unseen.");
});

test("by keyboard: a slider, the bug, new masks", async ({ alone }) => {
  await scaling(alone).getByLabel("p_drop, slider").focus();
  await alone.keyboard.press("ArrowRight");
  await expectPanel(alone, { rule: "inverted", p_drop: 0.25 });
  await bugChoice(alone).focus();
  await alone.keyboard.press("ArrowDown");
  await expectPanel(alone, { rule: "multiplied-by-p-drop", p_drop: 0.25 });
  // Two seeds can have the same mean: the pictures differ.
  const picture = () => panel(alone, "inverted").locator("svg[role=img]").innerHTML();
  const before = await picture();
  await scaling(alone).getByRole("button", { name: "New masks" }).focus();
  await alone.keyboard.press("Enter");
  await expect(scaling(alone).getByLabel("Seed")).toHaveValue("3");
  await expect.poll(picture).not.toBe(before);
});

test("the formula has the reader's numbers", async ({ lesson }) => {
  await pDrop(lesson).fill("0.4");
  await scaling(lesson).getByLabel("Unit’s value", { exact: true }).fill("1.5");
  const numbers = lesson.locator("section[aria-labelledby=scaling-question] .formula mn");
  await expect
    .poll(async () => (await numbers.allTextContents()).slice(-6))
    .toEqual(["0.4", "0", "0.6", "1.5", "0.6", "1.5"]);
});

test("the prediction is answered by the core", async ({ lesson }) => {
  const form = lesson.locator("section[aria-labelledby=scaling-question] form");
  await form.getByLabel("1.25").check();
  await form.getByRole("button", { name: "Run it" }).click();
  await expect(form.getByRole("status")).toContainText("The expected value is 0.8.");
  await expect(form.locator("label.right")).toContainText("0.8");
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
