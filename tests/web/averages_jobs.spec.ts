// What the figure about averages does while settings change, are wrong, or take long.
import type { Locator } from "@playwright/test";
import { averages, button, choose, facts, field, printed, settled, value } from "./averages_figure";
import { expect, test } from "./page";

test("bad input is refused at its field, and the last results are marked", async ({ lesson }) => {
  const units = field(lesson, "Units, layer 1");
  const before = await value(lesson, "A");
  await units.fill("5000");
  await expect(units).toHaveAccessibleDescription(/^Units, layer 1 must be .* 4096, got 5000$/);
  await expect(averages(lesson)).toContainText("The results below are of earlier settings.");
  await expect(averages(lesson).locator(".results > .outdated")).toHaveCount(3);
  expect(await value(lesson, "A")).toBe(before);
  await units.fill("12");
  await expect(units).toHaveAccessibleDescription("");
  await settled(lesson);
  expect(await value(lesson, "A")).toBe(before);
});

test("an error does not hide in what is folded away", async ({ lesson }) => {
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Seed of the weights").fill("-0.5");
  await expect(field(lesson, "Seed of the weights")).toHaveAccessibleDescription(/got -0\.5$/);
  await averages(lesson).getByText("Inputs, hidden units, seed").click();
  await field(lesson, "Units, layer 1").fill("13");
  await expect(field(lesson, "Seed of the weights")).toBeVisible();
});

/** Moves a slider from the left to the right, one place for each frame, whatever is computed. */
async function drag(slider: Locator) {
  await slider.evaluate(async (node: HTMLInputElement) => {
    for (let place = Number(node.min); place <= Number(node.max); ++place) {
      node.value = String(place);
      node.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
  });
}

test("only the newest settings count when a slider is dragged", async ({ lesson }) => {
  await choose(lesson, "Sigmoid output");
  await drag(field(lesson, "Units, layer 1, slider"));
  await settled(lesson);
  await expect(averages(lesson)).toContainText("a number with 302 digits");
  const { A } = await facts(lesson, {
    seed: 32,
    widths: [2, 1000, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(await value(lesson, "A")).toBe(printed(A, 6));
});

test("an answer that comes late does not count", async ({ lesson }) => {
  await choose(lesson, "Sigmoid output");
  await lesson.evaluate(() => {
    const { average } = window.dropout;
    let isFirst = true;
    window.dropout.average = async (...given) => {
      const late = isFirst;
      isFirst = false;
      if (late) await new Promise((resolve) => setTimeout(resolve, 1000));
      return average(...given);
    };
  });
  await field(lesson, "Units, layer 1").fill("13");
  await field(lesson, "Units, layer 1").fill("14");
  await settled(lesson);
  await lesson.waitForTimeout(1500);
  await expect(averages(lesson).locator(".count")).toHaveText("214 subnetworks = 16,384");
  await settled(lesson);
});

test("a long job shows its progress, and can be cancelled and taken up again", async ({
  lesson,
}) => {
  await choose(lesson, "Two dropped layers");
  const first = await value(lesson, "A");
  await field(lesson, "Units, layer 1").fill("20");
  await settled(lesson);
  const before = await value(lesson, "A");
  await field(lesson, "Units, layer 2").fill("100");
  await expect(averages(lesson).getByRole("progressbar")).toBeVisible();
  await expect(averages(lesson)).toContainText(/Averaging: \d+%, about .* left/);
  await button(lesson, "Cancel").click();
  await expect(averages(lesson)).toContainText("The results below are of earlier settings.");
  await expect(averages(lesson).getByRole("progressbar")).toHaveCount(0);
  await expect(averages(lesson).locator(".results > .outdated")).toHaveCount(3);
  expect(await value(lesson, "A")).toBe(before);

  await expect(button(lesson, "Compute it after all")).toBeFocused();
  await button(lesson, "Compute it after all").click();
  await expect(averages(lesson).getByRole("progressbar")).toBeVisible();
  await field(lesson, "Units, layer 1").fill("6");
  await field(lesson, "Units, layer 2").fill("6");
  await settled(lesson);
  expect(await value(lesson, "A")).toBe(first);
});
