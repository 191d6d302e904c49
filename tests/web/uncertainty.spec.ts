import type { Page } from "@playwright/test";
import { expect, figure, openSettings, testOf } from "./page";
import { address, button, csvOf, throughTheApi } from "./trained_figures";

const test = testOf("uncertainty");

// Where nothing starts by itself.
test.use({ contextOptions: { reducedMotion: "reduce" } });

test.describe("the spread of predictions", () => {
  const id = "uncertainty";
  const open = async (page: Page, settings: Record<string, string | number> = {}) => {
    await page.goto(address(id, { isTrained: 1, subnetworks: 500, ...settings }));
    await expect(figure(page, id).locator("svg[data-picture]").last()).toBeVisible();
  };
  const pad = (page: Page) => figure(page, id).getByRole("application", { name: "Drawing pad" });
  const seen = (page: Page) => figure(page, id).getByRole("img", { name: "What the network sees" });
  const inkIn = (page: Page) =>
    seen(page).evaluate((svg) =>
      [...svg.querySelectorAll("rect:not(.paper)")].map((rect) => [
        Number(rect.getAttribute("x")),
        Number(rect.getAttribute("y")),
        Number(rect.getAttribute("fill-opacity")),
      ]),
    );

  test("is that of the API", async ({ watched }) => {
    await open(watched);
    const { spread, full, label } = await throughTheApi(watched, { pDrop: 0.5, seed: 1 });
    const [, ...rows] = await csvOf(watched, id, "spread");
    expect(rows.map((row) => row.map(Number))).toEqual(
      full.map((output, digit) => [
        digit,
        output,
        spread.mean[digit],
        spread.low[digit],
        spread.high[digit],
        spread.votes[digit],
      ]),
    );
    expect(spread.votes.reduce((sum, votes) => sum + votes)).toBe(500);
    const answer = full.indexOf(Math.max(...full));
    await expect(figure(watched, id).locator(".say")).toContainText(
      `the network says ${answer}, with ${(100 * full[answer]!).toFixed(1)}%. It is ${label === 8 ? "an" : "a"} ${label}.`,
    );
  });

  test("digits are chosen by keyboard, those it misreads among them", async ({ watched }) => {
    await open(watched);
    const first = figure(watched, id).getByRole("radio").first();
    await expect(first).toBeChecked();
    const answer = figure(watched, id).locator(".say");
    const before = await answer.innerText();
    await first.focus();
    await watched.keyboard.press("ArrowRight");
    await expect(answer).not.toHaveText(before);
    await expect.poll(() => watched.url()).toContain("uncertainty.digit=1");
    await button(watched, id, "Next").click();
    await expect(figure(watched, id)).toContainText("11 to 20 of 1,597");

    await figure(watched, id).getByLabel("Which digits").selectOption("those it misreads");
    for (const digit of await figure(watched, id).getByRole("radio").all()) {
      await digit.check({ force: true }); // it is the picture that is seen
      await expect(figure(watched, id).locator(".stage")).toHaveAttribute("aria-busy", "false");
      const [, said, is] = (await answer.innerText()).match(/says (\d), with .* It is an? (\d)\./)!;
      expect(said).not.toBe(is);
    }
  });

  test("what is worth trying shows it: a digit that is misread, a blank sheet", async ({
    watched,
  }) => {
    await open(watched);
    const answer = figure(watched, id).locator(".say");
    await button(watched, id, "Try: a digit that it misreads").click();
    await expect.poll(() => watched.url()).toContain("uncertainty.filter=misread");
    await expect(figure(watched, id).locator(".stage")).toHaveAttribute("aria-busy", "false");
    await expect(answer).toContainText(/says (\d), with .* It is an? (?!\1)\d\./);
    await button(watched, id, "Try: a blank sheet").click();
    await expect(figure(watched, id).getByLabel("Image", { exact: true })).toHaveValue("drawing");
    await expect.poll(() => inkIn(watched)).toEqual([]);
    await expect(answer).toContainText("the network says");
    await expect(answer).not.toContainText("It is");
  });

  test("a digit is drawn with the keyboard alone", async ({ watched }) => {
    await open(watched, { source: "drawing", fits: 0 });
    await button(watched, id, "Clear").click();
    expect(await inkIn(watched)).toEqual([]);
    await pad(watched).focus();
    await watched.keyboard.press("ArrowUp");
    expect(await inkIn(watched)).toEqual([]); // the pen is up
    await watched.keyboard.press("Space");
    for (let i = 0; i < 4; ++i) await watched.keyboard.press("ArrowDown");
    const stroke = await inkIn(watched);
    // From (16, 14) to (16, 22), and the width of the pen around it: pixels 14 to 17, 12 to 23.
    expect(new Set(stroke.map(([x]) => x))).toEqual(new Set([3, 4]));
    expect(Math.min(...stroke.map(([, y]) => y!))).toBe(3);
    expect(Math.max(...stroke.map(([, y]) => y!))).toBe(5);
    await expect(figure(watched, id).getByText("Row 6, column 5, drawing")).toBeAttached();

    await watched.keyboard.press("Space");
    await watched.keyboard.press("ArrowLeft");
    await watched.keyboard.press("ArrowLeft");
    expect(await inkIn(watched)).toEqual(stroke);
    await expect.poll(() => watched.url()).toContain("uncertainty.drawing=");
    // An earlier drawing may be there already: the address follows when the hand rests.
    await expect(async () => {
      const address = watched.url();
      await watched.waitForTimeout(1000);
      expect(watched.url()).toBe(address);
    }).toPass();
    await watched.reload();
    await expect(seen(watched)).toBeVisible();
    await expect.poll(() => inkIn(watched)).toEqual(stroke);
  });

  test("drawn with the mouse, and erased", async ({ watched }) => {
    await watched.emulateMedia({ reducedMotion: "reduce" }); // the page must not glide meanwhile
    await open(watched, { source: "drawing", fits: 0 });
    await button(watched, id, "Clear").click();
    const drag = async () => {
      await pad(watched).scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await pad(watched).boundingBox())!;
      await watched.mouse.move(x + width / 4, y + height / 2);
      await watched.mouse.down();
      await watched.mouse.move(x + (3 * width) / 4, y + height / 2, { steps: 5 });
      await watched.mouse.up();
      await watched.mouse.move(x + 5, y + 5); // the button is up: nothing is drawn
    };
    await drag();
    const drawn = await inkIn(watched);
    expect(new Set(drawn.map(([x]) => x))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(new Set(drawn.map(([, y]) => y))).toEqual(new Set([3, 4]));
    await figure(watched, id).getByLabel("Pen").selectOption("erases");
    await drag();
    expect(await inkIn(watched)).toEqual([]);
  });

  test("a stroke is taken back by going back", async ({ watched }) => {
    await open(watched, { source: "drawing" });
    await button(watched, id, "Clear").click();
    await expect.poll(() => watched.url()).toContain("uncertainty.drawing=");
    const cleared = watched.url();
    await pad(watched).click();
    await expect.poll(() => watched.url()).not.toBe(cleared);
    const dot = await inkIn(watched);
    expect(dot.length).toBeGreaterThan(0);
    await watched.goBack();
    await expect.poll(() => inkIn(watched)).toEqual([]);
    await watched.goForward();
    await expect.poll(() => inkIn(watched)).toEqual(dot);
  });

  test("fitting makes a drawing as high as the digits of the data", async ({ watched }) => {
    await open(watched, { source: "drawing" });
    await button(watched, id, "a cross").click();
    const rows = async () => new Set((await inkIn(watched)).map(([, y]) => y));
    expect((await rows()).size).toBe(8);
    await figure(watched, id)
      .getByLabel(/Fit it to the frame/)
      .uncheck();
    expect((await rows()).size).toBeLessThan(8);
  });

  test("where there are few subnetworks, their mean is exact", async ({ watched }) => {
    await open(watched, { hiddenLayers: "one", units: "12,1" });
    await expect(figure(watched, id)).toContainText("exact mean of all 212 subnetworks");
    const [, ...rows] = await csvOf(watched, id, "spread");
    const sum = rows.reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  test("the table’s place is kept until its numbers are known", async ({ alone }) => {
    await alone.evaluate(() => {
      const { sampledVotes } = window.dropout;
      const answered = new Promise<void>((resolve) => Object.assign(window, { answer: resolve }));
      window.dropout.sampledVotes = async (...given) => {
        await answered;
        return sampledVotes(...given);
      };
    });
    const first = figure(alone, id).getByRole("table", { name: /^All 1,597 test digits/ });
    await openSettings(figure(alone, id));
    for (const [label, value] of Object.entries({ "Training samples": "200", Epochs: "4" })) {
      await figure(alone, id).getByLabel(label).fill(value);
    }
    await button(alone, id, "Train the network").click();
    await expect(first.getByText("…")).toHaveCount(5);
    // Meanwhile, images are answered.
    await expect(figure(alone, id).locator(".say")).toContainText("With all units on");
    const height = (await first.boundingBox())!.height;
    await alone.evaluate(() => (window as unknown as { answer: () => void }).answer());
    await expect(first.getByText("…")).toHaveCount(0);
    expect((await first.boundingBox())!.height).toBe(height);
  });

  test("the picture is described in plain text", async ({ watched }) => {
    await open(watched);
    const title = figure(watched, id).locator("svg[data-picture] > title").last();
    await expect(title).toContainText(/the network says \d/);
    expect(await title.textContent()).not.toContain("<");
  });

  test("what fails while subnetworks vote is said", async ({ alone }) => {
    await alone.evaluate(() => {
      window.dropout.sampledVotes = () => Promise.reject(new Error("no votes"));
    });
    await openSettings(figure(alone, id));
    for (const [label, value] of Object.entries({ "Training samples": "200", Epochs: "4" })) {
      await figure(alone, id).getByLabel(label).fill(value);
    }
    await button(alone, id, "Train the network").click();
    await expect(figure(alone, id).getByRole("alert")).toHaveText("no votes");
  });
});
