// Runs of other lengths, other settings while training plays, workers that die.
import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";
import {
  arm,
  button,
  computed,
  field,
  finished,
  network,
  open,
  percent,
  shownErrors,
  small,
  training,
  watchTrainings,
} from "./training_figure";
import { address, button as buttonOf } from "./trained_figures";

async function expectAsComputed(page: Page, updates: number) {
  const states = await computed(page, [updates]);
  for (const [i, name] of (["Without dropout", "With dropout"] as const).entries()) {
    const { training, test } = states[i]![0]!;
    expect(await shownErrors(page, name)).toEqual([percent(training.error!), percent(test.error!)]);
  }
}

/** How far the curves reach, of the width of their chart. */
const reach = (page: Page) =>
  arm(page, "With dropout")
    .locator("svg:has(path.test)")
    .first()
    .evaluate((svg) => {
      const { left, width } = svg.getBoundingClientRect();
      return (svg.querySelector("path.test")!.getBoundingClientRect().right - left) / width;
    });

test("a run that is made shorter is trained to its new end, and longer again", async ({ page }) => {
  await open(page, `${small}&training.speed=fast&training.updates=all`);
  await finished(page);
  await training(page).getByText("Networks, learning, seeds").click();
  await field(page, "Epochs").fill("10");
  await expect(training(page)).toContainText("Epoch 10 of 10, update 20");
  await finished(page);
  expect(await reach(page)).toBeLessThanOrEqual(1);
  await expectAsComputed(page, 20);
  await button(page, "Train longer").click();
  await expect(training(page)).toContainText("Epoch 20 of 20, update 40");
  expect(await reach(page)).toBeLessThanOrEqual(1);
  await expectAsComputed(page, 40);
});

test("after training longer and going back, the run is the shorter one", async ({ page }) => {
  await open(page, `${small}&training.speed=fast&training.updates=all`);
  await finished(page);
  await button(page, "Train longer").click();
  await expect(training(page)).toContainText("Epoch 60 of 60, update 120");
  await expect.poll(() => page.url()).toContain("training.epochs=60");
  await page.goBack();
  await expect(training(page)).toContainText("Epoch 30 of 30, update 60");
  await expectAsComputed(page, 60);
  await button(page, "Train longer").click();
  await expect(training(page)).toContainText("Epoch 60 of 60, update 120");
});

test("a run that has more epochs left is longer at once", async ({ page }) => {
  await open(page, `${small}&training.updates=4`);
  await expect(training(page)).toContainText("Epoch 2 of 30, update 4");
  await training(page).getByText("Networks, learning, seeds").click();
  await field(page, "Epochs").fill("50");
  await expect(training(page)).toContainText("Epoch 2 of 50, update 4");
  await field(page, "Epochs").fill("2");
  await expect(training(page)).toContainText("Epoch 2 of 2, update 4");
  await expect(button(page, "Train longer")).toBeVisible();
  await field(page, "Epochs").fill("none");
  await expect(training(page)).toContainText("Epoch 2 of 2, update 4");
  await button(page, "Train longer").click();
  await expect(training(page)).toContainText("Epoch 4 of 4, update 8");
});

test("an example that is chosen while another one plays is trained at once", async ({ page }) => {
  await watchTrainings(page);
  await open(page, `${network}&training.epochs=2000&training.updates=all`);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
  await page.evaluate(() => window.trainings.splice(0));
  await button(page, "Moons").click();
  await expect(training(page)).toContainText("Epoch 0 of 300, update 0");
  await expect(training(page).locator("[aria-busy=false] svg").first()).toBeVisible();
  expect(await page.evaluate(() => window.trainings)).toEqual([100, 100]);
  // Nor does one that is put right again cost a training.
  await button(page, "Train").click();
  await expect(training(page)).toContainText(/Epoch [1-9]/);
  await field(page, "Training samples").fill("0");
  await field(page, "Training samples").fill("100");
  await expect(training(page)).toContainText(/Epoch [1-9]/);
  await expect(button(page, "Pause")).toBeVisible();
  expect(await page.evaluate(() => window.trainings)).toHaveLength(2);
});

test("when workers have died, no time is left, and the player goes on with new ones", async ({
  page,
}) => {
  await watchTrainings(page);
  await open(page, `${network}&training.epochs=1000&training.updates=all`);
  await expect(training(page)).toContainText(/about .* left/);
  await page.evaluate(() => window.workers.forEach((worker) => worker.terminate()));
  await expect(button(page, "Train again to here")).toBeVisible();
  await expect(training(page)).not.toContainText(/about .* left/);
  await button(page, "Go on").click();
  await expect(button(page, "Train again to here")).toHaveCount(0);
  await expect(button(page, "Pause")).toBeVisible();
  await expect(training(page)).toContainText(/about .* left/);
  expect(await page.evaluate(() => window.trainings)).toHaveLength(4);
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
