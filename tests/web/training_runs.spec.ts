// Runs of other lengths, other settings while training plays, workers that die.
import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";
import {
  arm,
  arms,
  button,
  computed,
  field,
  finished,
  network,
  open,
  openSettings,
  percent,
  shownErrors,
  small,
  training,
  watchTrainings,
} from "./training_figure";
import { address, button as buttonOf } from "./trained_figures";

async function expectAsComputed(page: Page, updates: number) {
  const states = await computed(page, [updates]);
  for (const [i, name] of arms.entries()) {
    const { training, test } = states[i]![0]!;
    expect(await shownErrors(page, name)).toEqual([percent(training.error!), percent(test.error!)]);
  }
}

test("a run that is made shorter is trained to its new end, and longer again", async ({ page }) => {
  await open(page, `${small}&training.updates=all`);
  await finished(page);
  await openSettings(page);
  await field(page, "Epochs").fill("10");
  await expect(training(page)).toContainText("After 10 epochs");
  await finished(page);
  await expectAsComputed(page, 20);
  await field(page, "Epochs").fill("20");
  await expect(training(page)).toContainText("After 20 epochs");
  await finished(page);
  await expectAsComputed(page, 40);
});

test("an example that is chosen while another one trains is trained at once", async ({ page }) => {
  await watchTrainings(page);
  await open(page, `${network}&training.epochs=2000&training.updates=all`);
  await expect(training(page)).toContainText(/After [1-9]\d* epochs?/);
  await page.evaluate(() => window.trainings.splice(0));
  await training(page).getByText("More examples").click();
  await button(page, "Small, clean").click();
  await expect(arm(page, "with dropout").getByRole("img", { name: /48 of 128/ })).toBeVisible();
  expect(await page.evaluate(() => window.trainings)).toEqual([300, 300]);
});

test("figures that ask for the same network train it once, while any of them waits", async ({
  page,
}) => {
  await watchTrainings(page);
  // Long enough not to end by itself.
  const settings = { inputPDrop: 0, epochs: 2000, batchSize: 2, isTrained: 1 };
  const both = ["uncertainty", "trained-averages"].map((id) => address(id, settings));
  await page.goto(
    both
      .map((one) => one.replace(/.*figure=[a-z-]*/, ""))
      .join("")
      .replace("&", "./?"),
  );
  const progress = (id: string) => figure(page, id).getByText(/Training: \d+%/);
  for (const id of ["uncertainty", "trained-averages"]) {
    await expect(progress(id)).toBeVisible();
  }
  const trainings = () =>
    page.evaluate(() => window.trainings.filter((samples) => samples === 200).length);
  expect(await trainings()).toBe(1);
  await buttonOf(page, "uncertainty", "Cancel").click();
  await expect(progress("uncertainty")).toHaveCount(0);
  const before = await progress("trained-averages").innerText();
  await expect(progress("trained-averages")).not.toHaveText(before);
  // What is no part of the network's recipe starts nothing again.
  await figure(page, "trained-averages").getByRole("textbox", { name: "Largest k" }).fill("7");
  // Who comes back is where the other one is.
  await buttonOf(page, "uncertainty", "Train the network").click();
  await expect(progress("uncertainty")).toBeVisible();
  expect(await trainings()).toBe(1);
  for (const id of ["uncertainty", "trained-averages"]) await buttonOf(page, id, "Cancel").click();
  await buttonOf(page, "uncertainty", "Train the network").click();
  await expect.poll(trainings).toBe(2);
});
