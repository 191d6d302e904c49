// What the figures that look into trained networks have in common.
import { violations } from "./axe";
import { expect, figure, test } from "./page";
import { address, button, csvOf } from "./trained_figures";

test("the training figure's network is taken over, as far as it has come", async ({ watched }) => {
  await watched.goto("./?training.data=digits&training.samples=200&training.updates=13");
  await expect(figure(watched, "training")).toContainText("After 13 updates");
  await button(watched, "uncertainty", "Use the network trained above").click();
  // 10 updates an epoch.
  await expect(figure(watched, "uncertainty").getByLabel("Epochs")).toHaveValue("1.3");
  await expect(figure(watched, "uncertainty").getByLabel("Training samples")).toHaveValue("200");
  await expect(figure(watched, "uncertainty").locator("svg[data-picture]").last()).toBeVisible();
  // A link trains it again, to the same.
  const shown = await csvOf(watched, "uncertainty", "spread");
  await expect.poll(() => watched.url()).toContain("uncertainty.isTrained=1");
  const link = new URL(watched.url());
  for (const name of [...link.searchParams.keys()]) {
    if (name.startsWith("training.")) link.searchParams.delete(name);
  }
  link.searchParams.set("figure", "uncertainty");
  await watched.goto(link.href);
  await expect(figure(watched, "uncertainty").locator("svg[data-picture]").last()).toBeVisible();
  expect(await csvOf(watched, "uncertainty", "spread")).toEqual(shown);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in trained figures, ${theme}`, async ({ watched }) => {
    const open = async (id: string, settings: Record<string, string | number>) => {
      await watched.goto(`${address(id, settings)}&theme=${theme}`);
      await expect(figure(watched, id).locator("svg[data-picture]").last()).toBeVisible();
      // Results that are outdated are pale, and become so, or not, over some frames.
      await expect(watched.locator(".outdated")).toHaveCount(0);
      await watched.evaluate(() =>
        Promise.all(document.getAnimations().map(({ finished }) => finished)),
      );
    };
    await open("sweep", { repeats: 1, isStarted: 1 });
    await expect(figure(watched, "sweep")).toContainText("Your networks: the lowest mean is");
    expect(await violations(watched, "figure")).toEqual([]);
    await open("trained-averages", { subnetworks: 10, isTrained: 1 });
    expect(await violations(watched, "figure")).toEqual([]);
    await open("uncertainty", { isTrained: 1 });
    await figure(watched, "uncertainty").getByText("The numbers").click();
    expect(await violations(watched, "figure")).toEqual([]);
    await open("uncertainty", { isTrained: 1, source: "drawing" });
    await figure(watched, "uncertainty").getByLabel("p_drop", { exact: true }).fill("2");
    expect(await violations(watched, "figure")).toEqual([]);
  });
}

for (const width of [320, 375, 768]) {
  test(`trained figures fit into ${width} pixels`, async ({ watched }) => {
    await watched.setViewportSize({ width, height: 800 });
    for (const [id, settings] of [
      ["sweep", { repeats: 1, isStarted: 1 }],
      ["trained-averages", { subnetworks: 10, isTrained: 1 }],
      ["uncertainty", { isTrained: 1 }],
      ["uncertainty", { isTrained: 1, source: "drawing" }],
    ] as const) {
      await watched.goto(address(id, settings));
      await expect(figure(watched, id).locator("svg[data-picture]").last()).toBeVisible();
      const widest = await watched.evaluate(() => document.documentElement.scrollWidth);
      expect(widest).toBeLessThanOrEqual(width);
    }
  });
}

test("what is started and stopped by keyboard leaves the focus where it was", async ({
  watched,
}) => {
  for (const [id, start, stop] of [
    ["trained-averages", "Train the network", "Cancel"],
    ["uncertainty", "Train the network", "Cancel"],
    ["sweep", /^Train \d+ networks$/, "Stop"],
  ] as const) {
    await watched.goto(address(id, { epochs: 2000 }));
    await button(watched, id, start).focus();
    await watched.keyboard.press("Enter");
    await expect(button(watched, id, stop)).toBeFocused();
    await watched.keyboard.press("Enter");
    await expect(button(watched, id, /^Train /)).toBeFocused();
  }
  await watched.goto(address("uncertainty", {}));
  await button(watched, "uncertainty", "Train the network").focus();
  await watched.keyboard.press("Enter");
  await expect(figure(watched, "uncertainty")).toContainText("epochs on 200 samples");
  await expect(figure(watched, "uncertainty").locator(":focus")).toHaveCount(1);
});
