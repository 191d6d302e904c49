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
} from "./training_figure";

test("play, pause, one update, start over", async ({ lesson }) => {
  await open(lesson, `${network}&training.epochs=2000`);
  const untrained = await shownErrors(lesson, "With dropout");
  await button(lesson, "Train").click();
  await expect(training(lesson)).toContainText(/Epoch [1-9]/);
  await button(lesson, "Pause").click();
  await expect(button(lesson, "Go on")).toBeVisible();
  const stoppedAt = Number(
    /update ([\d,]+)/.exec(await training(lesson).innerText())![1]!.replace(",", ""),
  );
  await lesson.waitForTimeout(300);
  await expect(training(lesson)).toContainText(`update ${stoppedAt.toLocaleString("en-US")}`);
  await button(lesson, "One update").click();
  const next = (stoppedAt + 1).toLocaleString("en-US");
  await expect(training(lesson)).toContainText(`update ${next}`);
  await expect(training(lesson)).toContainText(`Update ${stoppedAt + 1}, by itself`);
  await button(lesson, "Start over").click();
  await expect(training(lesson)).toContainText("Epoch 0 of 2,000, update 0");
  expect(await shownErrors(lesson, "With dropout")).toEqual(untrained);
});

test("a link, and the way back and forward, come to the same networks", async ({ lesson }) => {
  await open(lesson, `${small}&training.speed=fast`);
  await button(lesson, "One update").click();
  await expect.poll(() => new URL(lesson.url()).search).toContain("training.updates=1");
  await button(lesson, "Go on").click();
  await finished(lesson);
  await expect.poll(() => new URL(lesson.url()).search).toContain("training.updates=all");
  const trained = await shownErrors(lesson, "With dropout");
  await lesson.goBack();
  await expect(training(lesson)).toContainText("Epoch 0 of 30, update 1");
  await lesson.goForward();
  await finished(lesson);
  expect(await shownErrors(lesson, "With dropout")).toEqual(trained);
  await lesson.reload();
  await finished(lesson);
  expect(await shownErrors(lesson, "With dropout")).toEqual(trained);
});

test("training goes on after its workers have died", async ({ page }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
    };
  });
  await open(page, `${network}&training.epochs=1000&training.updates=all`);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
  await page.evaluate(() => {
    for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
  });
  const again = button(page, "Train again to here");
  await expect(again).toBeVisible();
  await expect(arm(page, "With dropout").locator("svg path.test").first()).toBeVisible();
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(training(page)).toContainText(/Epoch [1-9]/);
});

test("by keyboard alone", async ({ lesson }) => {
  await open(lesson, small);
  await button(lesson, "Train").focus();
  await lesson.keyboard.press("Tab");
  await expect(button(lesson, "One update")).toBeFocused();
  await lesson.keyboard.press("Enter");
  await expect(training(lesson)).toContainText("Update 1, by itself");
  await expect(button(lesson, "One update")).toBeFocused();
});

test("one button plays, pauses, goes on and trains longer by keyboard", async ({ lesson }) => {
  await open(lesson, `${network}&training.epochs=2000&training.speed=watch`);
  const press = () => lesson.keyboard.press("Enter");
  await button(lesson, "Train").focus();
  await press();
  await expect(button(lesson, "Pause")).toBeFocused();
  await expect(training(lesson)).toContainText(/Epoch [1-9]/);
  await press();
  await expect(button(lesson, "Go on")).toBeFocused();
  await press();
  await expect(button(lesson, "Pause")).toBeFocused();
  await press();
  await open(lesson, `${small}&training.speed=fast`);
  await button(lesson, "Train").focus();
  await press();
  await finished(lesson);
  await expect(button(lesson, "Train longer")).toBeFocused();
  await press();
  await expect(training(lesson)).toContainText("of 60, update");
});

test("an example sets everything, and stays marked while it is trained", async ({ lesson }) => {
  await open(lesson, small);
  await expect(training(lesson)).toContainText("Your own settings");
  await button(lesson, "Moons").click();
  await expect(button(lesson, "Moons")).toHaveAttribute("aria-pressed", "true");
  await expect(field(lesson, "Training samples")).toHaveValue("100");
  await button(lesson, "One update").click();
  await expect(training(lesson)).toContainText("Epoch 0 of 300, update 1");
  await expect(button(lesson, "Moons")).toHaveAttribute("aria-pressed", "true");
});
