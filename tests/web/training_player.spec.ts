// Training by itself, playing, going to any point of a run, coming back.
import { expect, readOn, test } from "./page";
import {
  arm,
  arms,
  button,
  computed,
  expectAfter,
  field,
  finished,
  network,
  open,
  openSettings,
  percent,
  shownErrors,
  small,
  timeline,
  training,
  watchTrainings,
} from "./training_figure";

const search = (address: string) => new URL(address).search;
const play = "Play the training";

test("in view, it trains and plays by itself, and leaves the address alone", async ({
  watched,
}) => {
  await open(watched, small);
  const address = watched.url();
  const ticks = () => training(watched).locator("svg text.tick").allTextContents();
  const atFirst = await ticks();
  await expect(button(watched, "Pause")).toBeVisible();
  await finished(watched);
  await expect(button(watched, play)).toBeVisible();
  await expectAfter(watched, 60);
  // The axes have not moved.
  expect(await ticks()).toEqual(atFirst);
  expect(watched.url()).toBe(address);
});

test("below what can be seen, it waits", async ({ watched }) => {
  await watchTrainings(watched);
  await watched.goto(`./?${small}`);
  await readOn(watched);
  expect(await watched.evaluate(() => window.trainings)).toEqual([]);
  await training(watched).scrollIntoViewIfNeeded();
  await finished(watched);
});

test.describe("for a reader who wants little motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("it rests until it is told to train, and then comes to the end at once", async ({
    watched,
  }) => {
    await open(watched, small);
    await expect(training(watched)).toContainText("Before training");
    await expect(button(watched, play)).toBeVisible();
    await expect(training(watched).locator("svg path.later").first()).toHaveAttribute(
      "d",
      /^M[^L]*$/,
    );
    await button(watched, play).click();
    await finished(watched);
    await expect.poll(() => search(watched.url())).toContain("training.updates=all");
  });
});

test("play, pause, and on from there", async ({ watched }) => {
  await open(watched, `${network}&training.epochs=2000&training.speed=slow`);
  await expect(training(watched)).toContainText(/After [1-9]\d* epochs?/);
  await button(watched, "Pause").click();
  await expect.poll(() => search(watched.url())).toMatch(/training\.updates=[1-9]/);
  const stopped = await timeline(watched).inputValue();
  await button(watched, play).click();
  await expect
    .poll(async () => Number(await timeline(watched).inputValue()))
    .toBeGreaterThan(Number(stopped));
});

test("arrow keys go from point to point, each with the API's numbers", async ({ watched }) => {
  await open(watched, `${small}&training.updates=all`);
  await finished(watched);
  await timeline(watched).focus();
  await watched.keyboard.press("Home");
  await expect(training(watched)).toContainText("Before training");
  await watched.keyboard.press("ArrowRight");
  await watched.keyboard.press("ArrowRight");
  await expectAfter(watched, 4);
  await expect(timeline(watched)).toHaveAttribute("aria-valuetext", "epoch 2");
  const states = await computed(watched, [4]);
  for (const [i, name] of arms.entries()) {
    const { training, test } = states[i]![0]!;
    expect(await shownErrors(watched, name)).toEqual([
      percent(training.error!),
      percent(test.error!),
    ]);
  }
  await watched.keyboard.press("ArrowLeft");
  await expectAfter(watched, 2);
  await watched.keyboard.press("End");
  await finished(watched);
});

test("the chart can also be dragged", async ({ watched }) => {
  await open(watched, `${small}&training.updates=all`);
  await finished(watched);
  const box = (await training(watched)
    .locator('svg[data-picture="Errors over time"]')
    .boundingBox())!;
  await watched.mouse.move(box.x + 300, box.y + 80);
  await watched.mouse.down();
  await watched.mouse.move(box.x + 44, box.y + 90, { steps: 3 });
  await watched.mouse.up();
  await expect(training(watched)).toContainText("Before training");
});

test("a link, and the way back and forward, come to the same networks", async ({ watched }) => {
  await open(watched, `${small}&training.updates=5`);
  const early = await shownErrors(watched, "with dropout");
  await timeline(watched).focus();
  await watched.keyboard.press("End");
  await finished(watched);
  await expect.poll(() => search(watched.url())).toContain("training.updates=all");
  const trained = await shownErrors(watched, "with dropout");
  await watched.goBack();
  await expectAfter(watched, 5);
  expect(await shownErrors(watched, "with dropout")).toEqual(early);
  await watched.goForward();
  await finished(watched);
  expect(await shownErrors(watched, "with dropout")).toEqual(trained);
  await watched.reload();
  await finished(watched);
  expect(await shownErrors(watched, "with dropout")).toEqual(trained);
});

test("training is started again after its workers have died", async ({ page }) => {
  await watchTrainings(page);
  await open(page, `${network}&training.epochs=2000&training.updates=all`);
  await expect(training(page)).toContainText(/After [1-9]\d* epochs?/);
  await page.evaluate(() => window.workers.forEach((worker) => worker.terminate()));
  const again = button(page, "Train again");
  await expect(again).toBeVisible();
  await expect(arm(page, "with dropout").locator("svg").first()).toBeVisible();
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(training(page)).toContainText(/After [1-9]\d* epochs?/);
});

test("what is tried sets everything, and shows no numbers of the networks before", async ({
  watched,
}) => {
  await open(watched, `${small}&training.updates=all`);
  await finished(watched);
  const clean = button(watched, "Try: all labels right");
  const words = await clean.evaluate(async (button) => {
    (button as HTMLButtonElement).click();
    await new Promise(requestAnimationFrame);
    const figure = document.querySelector("figure")!;
    const labels = figure.querySelectorAll("svg text.label").length;
    return [figure.querySelector(".say")!.textContent, labels] as const;
  });
  expect(words).toEqual(["Preparing the networks …", 0]);
  await finished(watched);
  await expect(training(watched).locator("line.wrong")).toHaveCount(0);
  await button(watched, "Try: moons with wrong labels").click();
  await training(watched).getByText("More examples").click();
  await expect(button(watched, "Moons")).toHaveAttribute("aria-pressed", "true");
  await openSettings(watched);
  await expect(field(watched, "Training samples")).toHaveValue("100");
});

test("while a setting is refused, nothing is trained or played", async ({ watched }) => {
  await watchTrainings(watched);
  await open(watched, `${network}&training.epochs=2000&training.updates=all`);
  await expect(training(watched)).toContainText(/After [1-9]\d* epochs?/);
  await openSettings(watched);
  await field(watched, "Momentum").fill("2");
  await expect(field(watched, "Momentum")).toHaveAccessibleDescription(/^Momentum must be/);
  await expect(training(watched)).toContainText("These networks are of the earlier settings.");
  await expect(button(watched, play)).toHaveAttribute("aria-disabled", "true");
  const started = await watched.evaluate(() => window.trainings.length);
  await button(watched, play).focus();
  await watched.keyboard.press("Enter");
  await field(watched, "Momentum").fill("0.9");
  await expect(button(watched, play)).toHaveAttribute("aria-disabled", "false");
  await finished(watched);
  // What was mistyped and put right costs no training.
  expect(await watched.evaluate(() => window.trainings.length)).toBe(started);
});
