import { expect, figure, testOf } from "./page";
import { address, button, csvOf, throughTheApi } from "./trained_figures";

const test = testOf("sweep");

test.describe("the sweep over p_drop", () => {
  test("trains a network for every p_drop and seed, as the API does", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 2 }));
    await button(watched, "sweep", "Train 20 networks").click();
    await expect(figure(watched, "sweep")).toContainText("The least mean test error is");
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
    await expect(figure(watched, "sweep")).toContainText("The least mean test error is");
    const rows = await csvOf(watched, "sweep", "sweep");
    expect(rows.length).toBe(21);
  });

  test("a link starts it again, other settings do not", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1, isStarted: 1 }));
    await expect(figure(watched, "sweep")).toContainText("The least mean test error is");
    await figure(watched, "sweep").getByLabel("Training samples").fill("150");
    await expect(button(watched, "sweep", "Train 10 networks")).toBeVisible();
    await expect.poll(() => watched.url()).not.toContain("isStarted");
    await watched.goBack();
    await expect(figure(watched, "sweep")).toContainText("The least mean test error is");
  });

  test("a learning rate that is too large is no reason to stop", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1, learningRate: 900 }));
    await button(watched, "sweep", "Train 10 networks").click();
    await expect(figure(watched, "sweep")).toContainText("diverged and are left out");
  });

  test("what the core refuses is said beside its control", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1 }));
    const start = button(watched, "sweep", /Train \d+ networks/);
    await figure(watched, "sweep").getByLabel("Training samples").fill("1797");
    await expect(
      figure(watched, "sweep").getByLabel("Training samples"),
    ).toHaveAccessibleDescription(
      "Training samples must be a whole number from 1 to 1796, got 1797",
    );
    await expect(start).toHaveAttribute("aria-disabled", "true");
    await figure(watched, "sweep").getByLabel("Training samples").fill("100");
    await start.click();
    await expect(figure(watched, "sweep")).toContainText("The least mean test error is");
  });

  test("the empty chart has room for every error", async ({ watched }) => {
    await watched.goto(address("sweep", {}));
    const chart = figure(watched, "sweep").locator("svg[data-picture]");
    await expect(chart.getByText("100%", { exact: true })).toBeVisible();
    await expect(chart.getByText("0%", { exact: true })).toBeVisible();
  });

  test("how many networks is checked before any is made", async ({ watched }) => {
    await watched.goto(address("sweep", { repeats: 1 }));
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

  test("what failed is said, and can be tried again", async ({ alone }) => {
    for (const [name, value] of Object.entries({ "Training samples": "200", Epochs: "2" })) {
      await figure(alone, "sweep").getByLabel(name).fill(value);
    }
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
    await expect(figure(alone, "sweep")).toContainText("The least mean test error is");
  });
});
