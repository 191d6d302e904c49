import { expect, figure, openSettings, test } from "./page";
import { address, button, csvOf, throughTheApi } from "./trained_figures";

// Where nothing starts by itself.
test.use({ contextOptions: { reducedMotion: "reduce" } });

test.describe("averages of a trained network", () => {
  const id = "trained-averages";

  test("are those of the API, for every k", async ({ watched }) => {
    await watched.goto(address(id, { pDrop: 0.4, subnetworks: 20 }));
    await expect(figure(watched, id)).toContainText("There is no trained network yet");
    await button(watched, id, "Train the network").click();
    await expect(figure(watched, id).locator("svg[data-picture]")).toBeVisible();
    const expected = await throughTheApi(watched, { pDrop: 0.4, seed: 1 });
    const { mean_error, error, scaling_error } = expected.ensemble;
    expect(scaling_error).toBe(expected.test);
    const [, ...rows] = await csvOf(watched, id, "monte-carlo");
    expect(rows.map((row) => Number(row[1]))).toEqual(mean_error);
    expect(rows.map((row) => Number(row[4]))).toEqual(error[1]);
    expect(rows.map((row) => Number(row[8]))).toEqual(mean_error.map(() => scaling_error));
    const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
    await expect(figure(watched, id)).toContainText(
      `it gets ${percent(expected.test)} of the test`,
    );
    await expect(figure(watched, id)).toContainText(`one pass: ${percent(scaling_error)}`);
    await expect(figure(watched, id)).toContainText(
      `Random subnetworks, one for each test sample, get ${percent(mean_error[0]!)}`,
    );
  });

  test("without dropout, every subnetwork is the network", async ({ watched }) => {
    await watched.goto(address(id, { pDrop: 0, subnetworks: 10, isTrained: 1 }));
    await expect(figure(watched, id)).toContainText("Every number of subnetworks does as well");
  });

  test("what is worth trying trains its network", async ({ watched }) => {
    await watched.goto(address(id, { subnetworks: 5, epochs: 4, samples: 200, wrongLabels: 0.3 }));
    await button(watched, id, "Try: all labels right").click();
    await expect(figure(watched, id)).toContainText("200 samples of handwritten digits. With");
    await button(watched, id, "Try: p").click();
    await expect(figure(watched, id)).toContainText("with pdrop 0.8");
  });

  test("training can be cancelled, and taken up again", async ({ watched }) => {
    await watched.goto(address(id, { samples: 1000, epochs: 2000, subnetworks: 10 }));
    await button(watched, id, "Train the network").click();
    await button(watched, id, "Cancel").click();
    await expect(button(watched, id, "Train the network")).toBeVisible();
    await openSettings(figure(watched, id));
    await figure(watched, id).getByLabel("Epochs").fill("1");
    await expect(figure(watched, id).locator("svg[data-picture]")).toBeVisible();
  });

  test("what is wrong is said before there is a network, and stops what runs", async ({
    watched,
  }) => {
    const train = button(watched, id, "Train the network");
    await watched.goto(address(id, { subnetworks: 1000 }));
    await openSettings(figure(watched, id));
    const seed = figure(watched, id).getByLabel("Seed");
    await seed.fill("-0.5");
    await expect(seed).toHaveAccessibleDescription(/^Seed must be a whole number/);
    await expect(train).toHaveAttribute("aria-disabled", "true");
    await seed.fill("1");
    await train.click();
    await expect(figure(watched, id)).toContainText("Trying subnetworks:");
    await seed.fill("-0.5");
    await expect(figure(watched, id).getByRole("progressbar")).toHaveCount(0);
    await expect(button(watched, id, /^Try the|^Train/)).toHaveCount(0);
    await figure(watched, id).getByLabel("Largest k", { exact: true }).fill("10");
    await seed.fill("1");
    await expect(figure(watched, id)).toContainText("weight scaling, one pass");
  });

  test("bad input is refused beside its control, and nothing is lost", async ({ watched }) => {
    await watched.goto(address(id, { subnetworks: 10, isTrained: 1 }));
    await expect(figure(watched, id).locator("svg[data-picture]")).toBeVisible();
    await openSettings(figure(watched, id));
    const field = (label: string) => figure(watched, id).getByLabel(label, { exact: true });
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
      await expect(figure(watched, id).locator("svg[data-picture]")).toBeVisible();
      // Nothing runs, and nothing offers to.
      await expect(figure(watched, id).getByRole("progressbar")).toHaveCount(0);
      await expect(figure(watched, id).locator(".outdated")).toHaveCount(0);
      await expect(button(watched, id, /^Try the|^Train/)).toHaveCount(0);
      await field(label).fill(before);
      await expect(field(label)).toHaveAccessibleDescription("");
    }
  });
});
