// What the figure about averages does while settings change, are wrong, or take long.
import type { Locator } from "@playwright/test";
import {
  averages,
  button,
  choose,
  compare,
  facts,
  field,
  open,
  printed,
  settled,
  value,
} from "./averages_figure";
import { expect, testOf } from "./page";

const test = testOf("averages");

declare global {
  interface Window {
    /** Lets the first average be computed. */
    release: () => void;
    /** It is over. */
    late: Promise<void>;
  }
}

test("bad input is refused at its field, and the last results are marked", async ({ alone }) => {
  await compare(alone);
  await open(alone, "Settings");
  const units = field(alone, "Units, layer 1");
  const before = await value(alone, "A");
  await units.fill("5000");
  await expect(units).toHaveAccessibleDescription(/^Units, layer 1 must be .* 4096, got 5000$/);
  await expect(averages(alone)).toContainText("The results below are of earlier settings.");
  await expect(averages(alone).locator(".results.outdated")).toHaveCount(1);
  expect(await value(alone, "A")).toBe(before);
  await units.fill("20");
  await expect(units).toHaveAccessibleDescription("");
  await settled(alone);
  expect(await value(alone, "A")).toBe(before);
});

test("an error does not hide in what is folded away", async ({ alone }) => {
  await open(alone, "Settings");
  await field(alone, "Seed of the weights").fill("-0.5");
  await expect(field(alone, "Seed of the weights")).toHaveAccessibleDescription(/got -0\.5$/);
  await open(alone, "Settings");
  await field(alone, "p_drop, slider").fill("0.3");
  await expect(field(alone, "Seed of the weights")).toBeVisible();
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

test("only the newest settings count when a slider is dragged", async ({ alone }) => {
  await choose(alone, "sigmoid output");
  await compare(alone);
  await open(alone, "Settings");
  await drag(field(alone, "Units, layer 1, slider"));
  await settled(alone);
  await expect(averages(alone).locator(".count")).toHaveText("21000 subnetworks");
  const { A } = await facts(alone, {
    seed: 15,
    widths: [2, 1000, 1],
    output: "sigmoid",
    p_drop: [0.5],
    input: [8, -8],
  });
  expect(await value(alone, "A")).toBe(printed(A, 6));
});

test("an answer that comes late does not count", async ({ alone }) => {
  await choose(alone, "sigmoid output");
  await open(alone, "Settings");
  await alone.evaluate(() => {
    const { average } = window.dropout;
    const released = new Promise<void>((resolve) => (window.release = resolve));
    window.dropout.average = (...given) => {
      window.dropout.average = average;
      const answer = released.then(() => average(...given));
      window.late = answer.then(
        () => {},
        () => {},
      );
      return answer;
    };
  });
  await field(alone, "Units, layer 1").fill("13");
  await field(alone, "Units, layer 1").fill("14");
  await settled(alone);
  await alone.evaluate(async () => {
    window.release();
    await window.late;
    // Whatever it changed has been drawn then.
    for (let i = 0; i < 2; ++i) await new Promise(requestAnimationFrame);
  });
  await expect(averages(alone).locator(".count")).toHaveText("214 subnetworks");
  await settled(alone);
});

test("a long job shows its progress, and can be cancelled and taken up again", async ({
  alone,
}) => {
  await choose(alone, "10 + 10 units");
  await compare(alone);
  await open(alone, "Settings");
  const first = await value(alone, "A");
  await field(alone, "Units, layer 1").fill("20");
  await settled(alone);
  const before = await value(alone, "A");
  await field(alone, "Units, layer 2").fill("100");
  await expect(averages(alone).getByRole("progressbar")).toBeVisible();
  await expect(averages(alone)).toContainText(/Averaging: \d+%, about .* left/);
  await button(alone, "Cancel").click();
  await expect(averages(alone)).toContainText("The results below are of earlier settings.");
  await expect(averages(alone).getByRole("progressbar")).toHaveCount(0);
  await expect(averages(alone).locator(".results.outdated")).toHaveCount(1);
  expect(await value(alone, "A")).toBe(before);

  await expect(button(alone, "Compute it after all")).toBeFocused();
  await button(alone, "Compute it after all").click();
  await expect(averages(alone).getByRole("progressbar")).toBeVisible();
  await field(alone, "Units, layer 1").fill("10");
  await field(alone, "Units, layer 2").fill("10");
  await settled(alone);
  expect(await value(alone, "A")).toBe(first);
});

test("work that takes a while says so above the bars, and A does not wait for it", async ({
  alone,
}) => {
  await choose(alone, "sigmoid output");
  const slider = field(alone, "p_drop, slider");
  await alone.evaluate(() => {
    const { outputHistogram } = window.dropout;
    const released = new Promise<void>((resolve) => (window.release = resolve));
    window.dropout.outputHistogram = async (...given) => {
      window.dropout.outputHistogram = outputHistogram;
      await released;
      return outputHistogram(...given);
    };
  });
  await slider.fill("0.3");
  await expect(averages(alone).locator(".head")).toContainText("running the subnetworks …");
  // A and S do not wait for the bars.
  const { A } = await facts(alone, {
    seed: 15,
    widths: [2, 20, 1],
    output: "sigmoid",
    p_drop: [0.3],
    input: [8, -8],
  });
  await expect(averages(alone)).toContainText(`A average of all ${printed(A, 3)}`);
  await alone.evaluate(() => window.release());
  await settled(alone);
});
