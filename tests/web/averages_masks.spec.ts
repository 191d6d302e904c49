// The subnetwork below the histogram: bars show one of theirs, units switch, inputs are dragged.
import type { Page } from "@playwright/test";
import { averages, choose, settled } from "./averages_figure";
import { expect, testOf } from "./page";

const test = testOf("averages");

const units = (page: Page) => averages(page).getByRole("switch");
const bars = (page: Page) => averages(page).getByRole("slider", { name: "Bars" });
const shownOutput = async (page: Page) => {
  const text = await averages(page)
    .getByText(/^one subnetwork: /)
    .textContent();
  return Number(text!.replace("one subnetwork: ", "").replace("−", "-"));
};
const mask = async (page: Page) =>
  Promise.all((await units(page).all()).map((unit) => unit.getAttribute("aria-checked")));

/** What the API says that the subnetwork of a mask gives. */
const outputOf = (page: Page, kept: (string | null)[]) =>
  page.evaluate((kept) => {
    const { dropout } = window;
    const network = dropout.network({
      generator: "torch",
      seed: 74,
      widths: [2, 5, 1],
      hidden_activation: "relu",
      output_activation: "identity",
      input_p_drop: 0,
      hidden_p_drop: 0.5,
    });
    const keep_masks = [[[1, 1]], [kept.map((digit) => Number(digit === "true"))]];
    return dropout.forward(network, [[8, -8]], { keep_masks }).layers.at(-1)!.activation[0]![0]!;
  }, kept);

test("a unit switches, its subnetwork is run, and a link shows it again", async ({ alone }) => {
  await choose(alone, "5 units");
  await expect(units(alone)).toHaveCount(5);
  const before = await mask(alone);
  expect(await shownOutput(alone)).toBeCloseTo(await outputOf(alone, before), 2);

  await units(alone).nth(1).click();
  const after = before.map((kept, i) => (i === 1 ? String(kept !== "true") : kept));
  expect(await mask(alone)).toEqual(after);
  await expect.poll(() => shownOutput(alone)).toBeCloseTo(await outputOf(alone, after), 2);

  await expect.poll(() => alone.url()).toContain("averages.mask=");
  const first = alone.url();
  await units(alone).nth(1).focus();
  await expect(averages(alone)).toContainText(
    /value [\d.]+ × mask [01] ÷ 0\.5 × weight −?[\d.]+ = /,
  );
  await alone.keyboard.press("ArrowRight");
  await expect(units(alone).nth(2)).toBeFocused();
  await alone.keyboard.press(" ");
  const both = after.map((kept, i) => (i === 2 ? String(kept !== "true") : kept));
  expect(await mask(alone)).toEqual(both);

  await expect.poll(() => alone.url()).not.toBe(first);
  await alone.reload();
  await expect(units(alone)).toHaveCount(5);
  expect(await mask(alone)).toEqual(both);
});

test("a bar shows a subnetwork behind it", async ({ alone }) => {
  await choose(alone, "5 units");
  const box = (await bars(alone).boundingBox())!;
  await alone.mouse.move(box.x + 2, box.y + box.height / 2);
  const lowest = await shownOutput(alone);
  await alone.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
  await expect.poll(() => shownOutput(alone)).toBeGreaterThan(lowest + 5);
  const highest = await shownOutput(alone);
  expect(highest).toBeCloseTo(await outputOf(alone, await mask(alone)), 2);

  await bars(alone).focus();
  await alone.keyboard.press("ArrowLeft");
  await expect.poll(() => shownOutput(alone)).toBeLessThan(highest);
});

test("an input is dragged on its circle", async ({ alone }) => {
  await settled(alone);
  const input = averages(alone).getByRole("slider", { name: "Input x1" });
  await input.focus();
  await alone.keyboard.press("ArrowLeft");
  await expect(input).toHaveAttribute("aria-valuenow", "7.5");
  const box = (await input.boundingBox())!;
  await alone.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await alone.mouse.down();
  await alone.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 4 });
  await alone.mouse.up();
  await expect.poll(() => alone.url()).toContain("averages.inputs=2.5,-8");
});

test("of many units, each is a cell", async ({ alone }) => {
  await choose(alone, "1,000 units");
  await expect(units(alone)).toHaveCount(0);
  await expect(
    averages(alone).getByRole("img", { name: /^Layer 1: \d+ of 1000 units kept$/ }),
  ).toBeVisible();
});
