// Playing, pausing, coming back.
import { expect, test } from "./page";
import {
  arm,
  button,
  field,
  finished,
  network,
  open,
  shownErrors,
  small,
  training,
  watchTrainings,
} from "./training_figure";

test("play, pause, one update, start over", async ({ watched }) => {
  await open(watched, `${network}&training.epochs=2000`);
  const untrained = await shownErrors(watched, "With dropout");
  await button(watched, "Train").click();
  await expect(training(watched)).toContainText(/Epoch [1-9]/);
  await button(watched, "Pause").click();
  await expect(button(watched, "Go on")).toBeVisible();
  const stoppedAt = Number(
    /update ([\d,]+)/.exec(await training(watched).innerText())![1]!.replace(",", ""),
  );
  await watched.waitForTimeout(300); // many updates long, of which none may be made
  await expect(training(watched)).toContainText(`update ${stoppedAt.toLocaleString("en-US")}`);
  await button(watched, "One update").click();
  const next = (stoppedAt + 1).toLocaleString("en-US");
  await expect(training(watched)).toContainText(`update ${next}`);
  await expect(training(watched)).toContainText(`Update ${stoppedAt + 1}, by itself`);
  await button(watched, "Start over").click();
  await expect(training(watched)).toContainText("Epoch 0 of 2,000, update 0");
  expect(await shownErrors(watched, "With dropout")).toEqual(untrained);
});

test("a link, and the way back and forward, come to the same networks", async ({ watched }) => {
  await open(watched, `${small}&training.speed=fast`);
  await button(watched, "One update").click();
  await expect.poll(() => new URL(watched.url()).search).toContain("training.updates=1");
  await button(watched, "Go on").click();
  await finished(watched);
  await expect.poll(() => new URL(watched.url()).search).toContain("training.updates=all");
  const trained = await shownErrors(watched, "With dropout");
  await watched.goBack();
  await expect(training(watched)).toContainText("Epoch 0 of 30, update 1");
  await watched.goForward();
  await finished(watched);
  expect(await shownErrors(watched, "With dropout")).toEqual(trained);
  await watched.reload();
  await finished(watched);
  expect(await shownErrors(watched, "With dropout")).toEqual(trained);
});

test("training goes on after its workers have died", async ({ page }) => {
  await watchTrainings(page);
  await open(page, `${network}&training.epochs=1000&training.updates=all`);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
  await page.evaluate(() => window.workers.forEach((worker) => worker.terminate()));
  const again = button(page, "Train again to here");
  await expect(again).toBeVisible();
  await expect(arm(page, "With dropout").locator("svg path.test").first()).toBeVisible();
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
});

test("by keyboard alone", async ({ watched }) => {
  await open(watched, small);
  await button(watched, "Train").focus();
  await watched.keyboard.press("Tab");
  await expect(button(watched, "One update")).toBeFocused();
  await watched.keyboard.press("Enter");
  await expect(training(watched)).toContainText("Update 1, by itself");
  await expect(button(watched, "One update")).toBeFocused();
});

test("one button plays, pauses, goes on and trains longer by keyboard", async ({ watched }) => {
  await open(watched, `${network}&training.epochs=2000&training.speed=watch`);
  const press = () => watched.keyboard.press("Enter");
  await button(watched, "Train").focus();
  await press();
  await expect(button(watched, "Pause")).toBeFocused();
  await expect(training(watched)).toContainText(/Epoch [1-9]/);
  await press();
  await expect(button(watched, "Go on")).toBeFocused();
  await press();
  await expect(button(watched, "Pause")).toBeFocused();
  await press();
  await open(watched, `${small}&training.speed=fast`);
  await button(watched, "Train").focus();
  await press();
  await finished(watched);
  await expect(button(watched, "Train longer")).toBeFocused();
  await press();
  await expect(training(watched)).toContainText("of 60, update");
});

test("an example sets everything, and stays marked while it is trained", async ({ watched }) => {
  await open(watched, small);
  await expect(training(watched)).toContainText("Your own settings");
  await button(watched, "Moons").click();
  await expect(button(watched, "Moons")).toHaveAttribute("aria-pressed", "true");
  await expect(field(watched, "Training samples")).toHaveValue("100");
  await button(watched, "One update").click();
  await expect(training(watched)).toContainText("Epoch 0 of 300, update 1");
  await expect(button(watched, "Moons")).toHaveAttribute("aria-pressed", "true");
});
