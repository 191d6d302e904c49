import type { Page } from "@playwright/test";
import wrongLabels from "../../web/data/runs/wrong_labels.json" with { type: "json" };
import { expect, figure, readOn, testOf } from "./page";
import { address as addressOf, button, csvOf, throughTheApi } from "./trained_figures";

const test = testOf("sweep");

/** Networks that learn quickly. */
const address = (id: string, settings: Record<string, string | number>) =>
  addressOf(id, { learningRate: 0.05, ...settings });

const percent = (counts: number[], of: number) =>
  `${((100 * counts.reduce((sum, count) => sum + count, 0)) / counts.length / of).toFixed(1)}%`;
const meanAt = (pDrop: number) =>
  percent(wrongLabels.runs.find((run) => run.pDrop === pDrop)!.test, wrongLabels.samples.test);

const sweep = (page: Page) => figure(page, "sweep");
const slider = (page: Page, pDrop: number) =>
  sweep(page).getByRole("slider", { name: `Your guess at p_drop ${pDrop}` });

/** Draws from the dot to p_drop 0.9: down to a tenth of the chart, and up again. */
async function draw(page: Page) {
  const area = sweep(page).locator(".area");
  await area.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await area.boundingBox())!;
  await page.mouse.move(x + 2, y + 0.6 * height);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 0.9 * height, { steps: 12 });
  await page.mouse.move(x + width, y + 0.5 * height, { steps: 12 });
  await page.mouse.up();
}

test.describe("drawing the curve first", () => {
  const measured = (page: Page) => sweep(page).locator(".ours");
  const reveal = (page: Page) => button(page, "sweep", "Show the measured curve");

  test("the answer is nowhere until the reader has drawn, and the stroke stays beside it", async ({
    alone,
  }) => {
    await expect(measured(alone)).toHaveCount(0);
    await expect(sweep(alone)).not.toContainText(meanAt(0.7));
    await expect(reveal(alone)).toHaveAttribute("aria-disabled", "true");
    await draw(alone);
    await reveal(alone).click();
    await expect(measured(alone)).toBeVisible();
    await expect(sweep(alone).getByText("your guess")).toBeVisible();
    await expect(sweep(alone)).toContainText("You put the lowest error");
    for (const pDrop of [0, 0.7, 0.9]) await expect(sweep(alone)).toContainText(meanAt(pDrop));
    // A link shows the same.
    await expect.poll(() => alone.url()).toContain("sweep.guess=");
    const sentence = await sweep(alone).locator(".say").innerText();
    await alone.reload();
    await expect(sweep(alone).locator(".say")).toHaveText(sentence);
    await button(alone, "sweep", "Draw again").click();
    await expect(measured(alone)).toHaveCount(0);
    await expect(slider(alone, 0.5)).toHaveAttribute("aria-valuetext", "not drawn yet");
  });

  test("it is also drawn with keys", async ({ alone }) => {
    await slider(alone, 0.1).focus();
    for (let point = 1; point < 9; ++point) {
      await alone.keyboard.press("PageUp");
      await alone.keyboard.press("ArrowDown");
      await alone.keyboard.press("ArrowRight");
    }
    await expect(slider(alone, 0.9)).toBeFocused();
    await alone.keyboard.press("Home");
    await expect(slider(alone, 0.9)).toHaveAttribute("aria-valuetext", "0%");
    await expect(slider(alone, 0.1)).toHaveAttribute("aria-valuetext", "35%");
    await reveal(alone).press("Enter");
    await expect(sweep(alone)).toContainText("You put the lowest error, 0%, at p_drop 0.9.");
  });

  test("a finger that moves down scrolls the page and draws nothing", async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 375, height: 667 },
    });
    const page = await context.newPage();
    await page.goto(`${baseURL}?figure=sweep`);
    const area = sweep(page).locator(".area");
    await expect(area).toBeVisible();
    const session = await context.newCDPSession(page);
    const swipe = async (dx: number, dy: number) => {
      const { x, y, width, height } = (await area.boundingBox())!;
      const at = (share: number) => ({
        x: x + width / 2 + share * dx,
        y: y + height / 2 + share * dy,
      });
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at(0)] });
      for (let i = 1; i <= 10; ++i) {
        await session.send("Input.dispatchTouchEvent", {
          type: "touchMove",
          touchPoints: [at(i / 10)],
        });
      }
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await swipe(0, -100);
    await expect(slider(page, 0.1)).toHaveAttribute("aria-valuetext", "not drawn yet");
    await swipe(120, 0);
    await expect(slider(page, 0.1)).not.toHaveAttribute("aria-valuetext", "not drawn yet");
    await context.close();
  });

  test("who skips sees the answer and the text after it", async ({ watched }) => {
    await watched.goto("./");
    await readOn(watched);
    const after = watched.getByText("More units take more dropout");
    await expect(after).toBeHidden();
    await button(watched, "sweep", "Skip").click();
    await expect(measured(watched)).toBeVisible();
    await expect(after).toBeVisible();
    await expect(sweep(watched)).not.toContainText("You put");
  });

  test("with all labels right, our other run is shown", async ({ watched }) => {
    await watched.goto("./?figure=sweep&sweep.isRevealed=1");
    await button(watched, "sweep", "Try: all labels right").click();
    await expect(sweep(watched).locator("figcaption")).not.toContainText("wrong");
    await expect(measured(watched)).toBeVisible();
    await button(watched, "sweep", "Back to our settings").click();
    await expect(sweep(watched)).toContainText(meanAt(0.7));
  });
});

test.describe("the sweep over p_drop", () => {
  test("trains a network for every p_drop and seed, as the API does", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 2 }));
    await button(watched, "sweep", "Train 20 networks").click();
    await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
    const [header, ...rows] = await csvOf(watched, "sweep", "sweep");
    expect(header).toEqual(["p_drop", "seed", "training", "test", "diverged"]);
    expect(rows.length).toBe(20);
    for (const recipe of [
      { pDrop: 0.2, seed: 2 },
      { pDrop: 0.8, seed: 1 },
    ]) {
      const row = rows.find(
        ([pDrop, seed]) => Number(pDrop) === recipe.pDrop && Number(seed) === recipe.seed,
      )!;
      const expected = await throughTheApi(watched, recipe);
      expect(row.slice(2).map(Number)).toEqual([expected.training, expected.test, 0]);
    }
  });

  test("stops when asked to, keeps what it has, and goes on from there", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 2, epochs: 20 }));
    await button(watched, "sweep", "Train 20 networks").click();
    await expect(figure(watched, "sweep")).toContainText(/[1-9]\d* of 20 networks trained/);
    await button(watched, "sweep", "Stop").click();
    const resume = button(watched, "sweep", /Train the \d+ that are left/);
    await expect(resume).toBeVisible();
    const left = Number((await resume.innerText()).match(/\d+/)![0]);
    expect(left).toBeLessThan(20);
    await resume.click();
    await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
    const rows = await csvOf(watched, "sweep", "sweep");
    expect(rows.length).toBe(21);
  });

  test("a link starts it again, other settings do not", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1, isStarted: 1 }));
    await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
    await sweep(watched).getByText("Settings", { exact: true }).click();
    await figure(watched, "sweep").getByLabel("Training samples").fill("150");
    await expect(button(watched, "sweep", "Train 10 networks")).toBeVisible();
    await expect.poll(() => watched.url()).not.toContain("isStarted");
    await watched.goBack();
    await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
  });

  test("a learning rate that is too large is no reason to stop", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1, learningRate: 900 }));
    await button(watched, "sweep", "Train 10 networks").click();
    await expect(figure(watched, "sweep")).toContainText("diverged and are left out");
  });

  test("what the core refuses is said beside its control", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1 }));
    const start = button(watched, "sweep", /Train \d+ networks/);
    await sweep(watched).getByText("Settings", { exact: true }).click();
    await figure(watched, "sweep").getByLabel("Training samples").fill("1797");
    await expect(
      figure(watched, "sweep").getByLabel("Training samples"),
    ).toHaveAccessibleDescription(
      "Training samples must be a whole number from 1 to 1796, got 1797",
    );
    await expect(start).toHaveAttribute("aria-disabled", "true");
    await figure(watched, "sweep").getByLabel("Training samples").fill("100");
    await start.click();
    await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
  });

  test("the axes stay while networks are trained", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1 }));
    const ticks = () => sweep(watched).locator("svg[data-picture] text").allTextContents();
    await expect(button(watched, "sweep", "Train 10 networks")).toBeVisible();
    const before = await ticks();
    expect(before).toContain("100%");
    await button(watched, "sweep", "Train 10 networks").click();
    await expect(sweep(watched)).toContainText("Your networks: the lowest mean is");
    expect(await ticks()).toEqual(before);
  });

  test("how many networks is checked before any is made", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1 }));
    await sweep(watched).getByText("Settings", { exact: true }).click();
    const repeats = figure(watched, "sweep").getByLabel("Networks for each p_drop", {
      exact: true,
    });
    const start = button(watched, "sweep", /Train \d+ networks/);
    for (const wrong of ["0", "-1", "2.5", "200000", "abc"]) {
      await repeats.fill(wrong);
      await expect(repeats).toHaveAccessibleDescription(
        /^Networks for each p_drop must be a whole number from 1 to 10, got /,
      );
      await expect(repeats).toHaveAttribute("aria-invalid", "true");
      await expect(start).toHaveAttribute("aria-disabled", "true");
    }
    await repeats.fill("2");
    await expect(repeats).toHaveAccessibleDescription("");
    await expect(start).toHaveText("Train 20 networks");
  });

  test("what failed is said, and can be tried again", async ({ watched: alone }) => {
    await alone.goto(address("sweep", { repeats: 1, epochs: 2 }));
    await expect(button(alone, "sweep", /^Train /)).toBeVisible();
    await alone.evaluate(() => {
      const { train } = window.dropout;
      let calls = 0;
      window.dropout.train = (...given) =>
        ++calls === 1 ? Promise.reject(new Error("no worker")) : train(...given);
    });
    const start = button(alone, "sweep", /^Train /);
    await start.click();
    await expect(figure(alone, "sweep").getByRole("alert")).toHaveText("no worker");
    await start.click();
    await expect(figure(alone, "sweep").getByRole("alert")).toHaveText("");
    await expect(figure(alone, "sweep")).toContainText("Your networks: the lowest mean is");
  });
});
