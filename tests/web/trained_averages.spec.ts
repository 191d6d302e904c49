import { expect, figure, test } from "./page";
import { address, button, csvOf, throughTheApi, trained } from "./trained_figures";

test.describe("averages of a trained network", () => {
  const id = "trained-averages";

  test("are those of the API, for every k", async ({ lesson }) => {
    await lesson.goto(address(id, { pDrop: 0.4, subnetworks: 20 }));
    await expect(figure(lesson, id)).toContainText("There is no trained network yet");
    await button(lesson, id, "Train the network").click();
    await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
    const expected = await throughTheApi(lesson, { pDrop: 0.4, seed: 1 });
    const { mean_error, error, scaling_error } = expected.ensemble;
    expect(scaling_error).toBe(expected.test);
    const [, ...rows] = await csvOf(lesson, id, "monte-carlo");
    expect(rows.map((row) => Number(row[1]))).toEqual(mean_error);
    expect(rows.map((row) => Number(row[4]))).toEqual(error[1]);
    expect(rows.map((row) => Number(row[8]))).toEqual(mean_error.map(() => scaling_error));
    const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
    await expect(figure(lesson, id)).toContainText(`it gets ${percent(expected.test)} of the test`);
    await expect(figure(lesson, id)).toContainText(`one pass: ${percent(scaling_error)}`);
    await expect(figure(lesson, id)).toContainText(
      `Random subnetworks, one for each test sample, get ${percent(mean_error[0]!)}`,
    );
  });

  test("without dropout, every subnetwork is the network", async ({ lesson }) => {
    await lesson.goto(address(id, { pDrop: 0, subnetworks: 10, isTrained: 1 }));
    await expect(figure(lesson, id)).toContainText("Every number of subnetworks does as well");
  });

  test("training can be cancelled, and taken up again", async ({ lesson }) => {
    await lesson.goto(address(id, { samples: 1000, epochs: 2000, subnetworks: 10 }));
    await button(lesson, id, "Train the network").click();
    await button(lesson, id, "Cancel").click();
    await expect(button(lesson, id, "Train the network")).toBeVisible();
    await figure(lesson, id).getByLabel("Epochs").fill("1");
    await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
  });

  test("what is wrong is said before there is a network, and stops what runs", async ({
    lesson,
  }) => {
    const train = button(lesson, id, "Train the network");
    await lesson.goto(address(id, { subnetworks: 1000 }));
    const seed = figure(lesson, id).getByLabel("Seed");
    await seed.fill("-0.5");
    await expect(seed).toHaveAccessibleDescription(/^Seed must be a whole number/);
    await expect(train).toHaveAttribute("aria-disabled", "true");
    await seed.fill("1");
    await train.click();
    await expect(figure(lesson, id)).toContainText("Trying subnetworks:", trained);
    await seed.fill("-0.5");
    await expect(figure(lesson, id).getByRole("progressbar")).toHaveCount(0);
    await expect(button(lesson, id, /^Try|^Train/)).toHaveCount(0);
    await figure(lesson, id).getByLabel("Largest k", { exact: true }).fill("10");
    await seed.fill("1");
    await expect(figure(lesson, id)).toContainText("weight scaling, one pass", trained);
  });

  test("bad input is refused beside its control, and nothing is lost", async ({ lesson }) => {
    await lesson.goto(address(id, { subnetworks: 10, isTrained: 1 }));
    await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
    const field = (label: string) => figure(lesson, id).getByLabel(label, { exact: true });
    for (const [label, wrong, message] of [
      ["p_drop", "2", /p_drop must be in \[0, 1\], got 2/],
      ["Wrong labels", "2", /Wrong labels must be in \[0, 1\], got 2/],
      ["Epochs", "many", /Epochs must be a number from 0 to 2000, got "many"/],
      ["Seed", "-0.5", /Seed must be a whole number/],
      ["Largest k", "0", /Largest k must be a whole number from 1/],
    ] as const) {
      const before = await field(label).inputValue();
      await field(label).fill(wrong);
      await expect(field(label)).toHaveAccessibleDescription(message);
      await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
      // Nothing runs, and nothing offers to.
      await expect(figure(lesson, id).getByRole("progressbar")).toHaveCount(0);
      await expect(figure(lesson, id).locator(".outdated")).toHaveCount(0);
      await expect(button(lesson, id, /^Try|^Train/)).toHaveCount(0);
      await field(label).fill(before);
      await expect(field(label)).toHaveAccessibleDescription("");
    }
  });
});
