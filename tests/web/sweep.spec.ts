import { expect, figure, test } from "./page";
import { address, button, csvOf, throughTheApi, trained } from "./trained_figures";

test.describe("the sweep over p_drop", () => {
  test("trains a network for every p_drop and seed, as the API does", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 2 }));
    await button(lesson, "sweep", "Train 20 networks").click();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    const [header, ...rows] = await csvOf(lesson, "sweep", "sweep");
    expect(header).toEqual(["p_drop", "seed", "training", "test", "diverged"]);
    expect(rows.length).toBe(20);
    for (const recipe of [
      { pDrop: 0.2, seed: 2 },
      { pDrop: 0.8, seed: 1 },
    ]) {
      const row = rows.find(
        ([pDrop, seed]) => Number(pDrop) === recipe.pDrop && Number(seed) === recipe.seed,
      )!;
      const expected = await throughTheApi(lesson, recipe);
      expect(row.slice(2).map(Number)).toEqual([expected.training, expected.test, 0]);
    }
  });

  test("stops when asked to, keeps what it has, and goes on from there", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 2, epochs: 20 }));
    await button(lesson, "sweep", "Train 20 networks").click();
    await expect(figure(lesson, "sweep")).toContainText(/[1-9]\d* of 20 networks trained/);
    await button(lesson, "sweep", "Stop").click();
    const resume = button(lesson, "sweep", /Train the \d+ that are left/);
    await expect(resume).toBeVisible();
    const left = Number((await resume.innerText()).match(/\d+/)![0]);
    expect(left).toBeLessThan(20);
    await resume.click();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    const rows = await csvOf(lesson, "sweep", "sweep");
    expect(rows.length).toBe(21);
  });

  test("a link starts it again, other settings do not", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1, isStarted: 1 }));
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    await figure(lesson, "sweep").getByLabel("Training samples").fill("150");
    await expect(button(lesson, "sweep", "Train 10 networks")).toBeVisible();
    await expect.poll(() => lesson.url()).not.toContain("isStarted");
    await lesson.goBack();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
  });

  test("a learning rate that is too large is no reason to stop", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1, learningRate: 900 }));
    await button(lesson, "sweep", "Train 10 networks").click();
    await expect(figure(lesson, "sweep")).toContainText("diverged and are left out");
  });

  test("what the core refuses is said beside its control", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1 }));
    const start = button(lesson, "sweep", /Train \d+ networks/);
    await figure(lesson, "sweep").getByLabel("Training samples").fill("1797");
    await expect(
      figure(lesson, "sweep").getByLabel("Training samples"),
    ).toHaveAccessibleDescription(
      "Training samples must be a whole number from 1 to 1796, got 1797",
    );
    await expect(start).toHaveAttribute("aria-disabled", "true");
    await figure(lesson, "sweep").getByLabel("Training samples").fill("100");
    await start.click();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
  });

  test("the empty chart has room for every error", async ({ lesson }) => {
    await lesson.goto(address("sweep", {}));
    const chart = figure(lesson, "sweep").locator("svg[data-picture]");
    await expect(chart.getByText("100%", { exact: true })).toBeVisible();
    await expect(chart.getByText("0%", { exact: true })).toBeVisible();
  });

  test("how many networks is checked before any is made", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1 }));
    const repeats = figure(lesson, "sweep").getByLabel("Networks for each p_drop", { exact: true });
    const start = button(lesson, "sweep", /Train \d+ networks/);
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

  test("what failed is said, and can be tried again", async ({ lesson }) => {
    for (const [name, value] of Object.entries({ "Training samples": "200", Epochs: "2" })) {
      await figure(lesson, "sweep").getByLabel(name).fill(value);
    }
    await lesson.evaluate(() => {
      const { train } = window.dropout;
      let calls = 0;
      window.dropout.train = (...given) =>
        ++calls === 1 ? Promise.reject(new Error("no worker")) : train(...given);
    });
    const start = button(lesson, "sweep", /^Train /);
    await start.click();
    await expect(figure(lesson, "sweep").getByRole("alert")).toHaveText("no worker");
    await start.click();
    await expect(figure(lesson, "sweep").getByRole("alert")).toHaveText("");
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
  });
});
