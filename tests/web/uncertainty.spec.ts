import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";
import { address, button, csvOf, throughTheApi, trained } from "./trained_figures";

test.describe("the spread of predictions", () => {
  const id = "uncertainty";
  const open = async (page: Page, settings: Record<string, string | number> = {}) => {
    await page.goto(address(id, { isTrained: 1, subnetworks: 500, ...settings }));
    await expect(figure(page, id).locator("svg[data-picture]").last()).toBeVisible(trained);
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

  test("is that of the API", async ({ lesson }) => {
    await open(lesson);
    const { spread, full, label } = await throughTheApi(lesson, { pDrop: 0.5, seed: 1 });
    const [, ...rows] = await csvOf(lesson, id, "spread");
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
    await expect(figure(lesson, id).locator(".answer")).toContainText(
      `the network says ${answer}, with ${(100 * full[answer]!).toFixed(1)}%. It is a ${label}.`,
    );
  });

  test("digits are chosen by keyboard, those it misreads among them", async ({ lesson }) => {
    await open(lesson);
    const first = figure(lesson, id).getByRole("radio").first();
    await expect(first).toBeChecked();
    const answer = figure(lesson, id).locator(".answer");
    const before = await answer.innerText();
    await first.focus();
    await lesson.keyboard.press("ArrowRight");
    await expect(answer).not.toHaveText(before);
    await expect.poll(() => lesson.url()).toContain("uncertainty.digit=1");
    await button(lesson, id, "Next").click();
    await expect(figure(lesson, id)).toContainText("11 to 20 of 1,597");

    await figure(lesson, id).getByLabel("Which digits").selectOption("those it misreads");
    for (const digit of await figure(lesson, id).getByRole("radio").all()) {
      await digit.check({ force: true }); // it is the picture that is seen
      await expect(figure(lesson, id).locator(".parts")).toHaveAttribute("aria-busy", "false");
      const [, said, is] = (await answer.innerText()).match(/says (\d), with .* It is a (\d)\./)!;
      expect(said).not.toBe(is);
    }
  });

  test("a digit is drawn with the keyboard alone", async ({ lesson }) => {
    await open(lesson, { source: "drawing", fits: 0 });
    await button(lesson, id, "Clear").click();
    expect(await inkIn(lesson)).toEqual([]);
    await pad(lesson).focus();
    await lesson.keyboard.press("ArrowUp");
    expect(await inkIn(lesson)).toEqual([]); // the pen is up
    await lesson.keyboard.press("Space");
    for (let i = 0; i < 4; ++i) await lesson.keyboard.press("ArrowDown");
    const stroke = await inkIn(lesson);
    // From (16, 14) to (16, 22), and the width of the pen around it: pixels 14 to 17, 12 to 23.
    expect(new Set(stroke.map(([x]) => x))).toEqual(new Set([3, 4]));
    expect(Math.min(...stroke.map(([, y]) => y!))).toBe(3);
    expect(Math.max(...stroke.map(([, y]) => y!))).toBe(5);
    await expect(figure(lesson, id).getByText("Row 6, column 5, drawing")).toBeAttached();

    await lesson.keyboard.press("Space");
    await lesson.keyboard.press("ArrowLeft");
    await lesson.keyboard.press("ArrowLeft");
    expect(await inkIn(lesson)).toEqual(stroke);
    await expect.poll(() => lesson.url()).toContain("uncertainty.drawing=");
    // An earlier drawing may be there already: the address follows when the hand rests.
    await expect(async () => {
      const address = lesson.url();
      await lesson.waitForTimeout(1000);
      expect(lesson.url()).toBe(address);
    }).toPass();
    await lesson.reload();
    await expect(seen(lesson)).toBeVisible();
    await expect.poll(() => inkIn(lesson)).toEqual(stroke);
  });

  test("drawn with the mouse, and erased", async ({ lesson }) => {
    await lesson.emulateMedia({ reducedMotion: "reduce" }); // the page must not glide meanwhile
    await open(lesson, { source: "drawing", fits: 0 });
    await button(lesson, id, "Clear").click();
    const drag = async () => {
      await pad(lesson).scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await pad(lesson).boundingBox())!;
      await lesson.mouse.move(x + width / 4, y + height / 2);
      await lesson.mouse.down();
      await lesson.mouse.move(x + (3 * width) / 4, y + height / 2, { steps: 5 });
      await lesson.mouse.up();
      await lesson.mouse.move(x + 5, y + 5); // the button is up: nothing is drawn
    };
    await drag();
    const drawn = await inkIn(lesson);
    expect(new Set(drawn.map(([x]) => x))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(new Set(drawn.map(([, y]) => y))).toEqual(new Set([3, 4]));
    await figure(lesson, id).getByLabel("Pen").selectOption("erases");
    await drag();
    expect(await inkIn(lesson)).toEqual([]);
  });

  test("a stroke is taken back by going back", async ({ lesson }) => {
    await open(lesson, { source: "drawing" });
    await button(lesson, id, "Clear").click();
    await expect.poll(() => lesson.url()).toContain("uncertainty.drawing=");
    const cleared = lesson.url();
    await pad(lesson).click();
    await expect.poll(() => lesson.url()).not.toBe(cleared);
    const dot = await inkIn(lesson);
    expect(dot.length).toBeGreaterThan(0);
    await lesson.goBack();
    await expect.poll(() => inkIn(lesson)).toEqual([]);
    await lesson.goForward();
    await expect.poll(() => inkIn(lesson)).toEqual(dot);
  });

  test("fitting makes a drawing as high as the digits of the data", async ({ lesson }) => {
    await open(lesson, { source: "drawing" });
    await button(lesson, id, "a cross").click();
    const rows = async () => new Set((await inkIn(lesson)).map(([, y]) => y));
    expect((await rows()).size).toBe(8);
    await figure(lesson, id)
      .getByLabel(/Fit it to the frame/)
      .uncheck();
    expect((await rows()).size).toBeLessThan(8);
  });

  test("where there are few subnetworks, their mean is exact", async ({ lesson }) => {
    await open(lesson, { hiddenLayers: "one", units: "12,1" });
    await expect(figure(lesson, id)).toContainText("exact mean of all 212 subnetworks");
    const [, ...rows] = await csvOf(lesson, id, "spread");
    const sum = rows.reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  test("the table’s place is kept until its numbers are known", async ({ lesson }) => {
    await lesson.evaluate(() => {
      const { sampledVotes } = window.dropout;
      const answered = new Promise<void>((resolve) => Object.assign(window, { answer: resolve }));
      window.dropout.sampledVotes = async (...given) => {
        await answered;
        return sampledVotes(...given);
      };
    });
    const first = figure(lesson, id).getByRole("table", { name: /^All 1,597 test digits/ });
    for (const [label, value] of Object.entries({ "Training samples": "200", Epochs: "4" })) {
      await figure(lesson, id).getByLabel(label).fill(value);
    }
    await button(lesson, id, "Train the network").click();
    await expect(first.getByText("…")).toHaveCount(5, trained);
    // Meanwhile, images are answered.
    await expect(figure(lesson, id).locator(".answer")).toContainText("With all units on");
    const height = (await first.boundingBox())!.height;
    await lesson.evaluate(() => (window as unknown as { answer: () => void }).answer());
    await expect(first.getByText("…")).toHaveCount(0, trained);
    expect((await first.boundingBox())!.height).toBe(height);
  });

  test("the picture is described in plain text", async ({ lesson }) => {
    await open(lesson);
    const title = figure(lesson, id).locator("svg[data-picture] > title").last();
    await expect(title).toContainText(/the network says \d/);
    expect(await title.textContent()).not.toContain("<");
  });

  test("what fails while subnetworks vote is said", async ({ lesson }) => {
    await lesson.evaluate(() => {
      window.dropout.sampledVotes = () => Promise.reject(new Error("no votes"));
    });
    for (const [label, value] of Object.entries({ "Training samples": "200", Epochs: "4" })) {
      await figure(lesson, id).getByLabel(label).fill(value);
    }
    await button(lesson, id, "Train the network").click();
    await expect(figure(lesson, id).getByRole("alert")).toHaveText("no votes", trained);
  });
});
