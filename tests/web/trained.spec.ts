// What the figures that look into trained networks have in common.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";
import { address, button, csvOf, trained } from "./trained_figures";

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include("figure").analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test("the training figure's network is taken over, as far as it has come", async ({ lesson }) => {
  await lesson.goto("./?training.data=digits&training.samples=200&training.updates=13");
  await expect(figure(lesson, "training")).toContainText(/update 13\b/, trained);
  await button(lesson, "uncertainty", "Use the network trained above").click();
  // 10 updates an epoch.
  await expect(figure(lesson, "uncertainty").getByLabel("Epochs")).toHaveValue("1.3");
  await expect(figure(lesson, "uncertainty").getByLabel("Training samples")).toHaveValue("200");
  await expect(figure(lesson, "uncertainty").locator("svg[data-picture]").last()).toBeVisible(
    trained,
  );
  // A link trains it again, to the same.
  const shown = await csvOf(lesson, "uncertainty", "spread");
  await expect.poll(() => lesson.url()).toContain("uncertainty.isTrained=1");
  const link = new URL(lesson.url());
  for (const name of [...link.searchParams.keys()]) {
    if (name.startsWith("training.")) link.searchParams.delete(name);
  }
  link.searchParams.set("figure", "uncertainty");
  await lesson.goto(link.href);
  await expect(figure(lesson, "uncertainty").locator("svg[data-picture]").last()).toBeVisible(
    trained,
  );
  expect(await csvOf(lesson, "uncertainty", "spread")).toEqual(shown);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in trained figures, ${theme}`, async ({ lesson }) => {
    const open = async (id: string, settings: Record<string, string | number>) => {
      await lesson.goto(`${address(id, settings)}&theme=${theme}`);
      await expect(figure(lesson, id).locator("svg[data-picture]").last()).toBeVisible(trained);
      await lesson.waitForTimeout(300); // results that are outdated are pale
    };
    await open("sweep", { repeats: 1, isStarted: 1 });
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    expect(await violations(lesson)).toEqual([]);
    await open("trained-averages", { subnetworks: 10, isTrained: 1 });
    expect(await violations(lesson)).toEqual([]);
    await open("uncertainty", { isTrained: 1 });
    await figure(lesson, "uncertainty").getByText("The numbers").click();
    expect(await violations(lesson)).toEqual([]);
    await open("uncertainty", { isTrained: 1, source: "drawing" });
    await figure(lesson, "uncertainty").getByLabel("p_drop", { exact: true }).fill("2");
    expect(await violations(lesson)).toEqual([]);
  });
}

for (const width of [320, 375, 768]) {
  test(`trained figures fit into ${width} pixels`, async ({ lesson }) => {
    await lesson.setViewportSize({ width, height: 800 });
    for (const [id, settings] of [
      ["sweep", { repeats: 1, isStarted: 1 }],
      ["trained-averages", { subnetworks: 10, isTrained: 1 }],
      ["uncertainty", { isTrained: 1 }],
      ["uncertainty", { isTrained: 1, source: "drawing" }],
    ] as const) {
      await lesson.goto(address(id, settings));
      await expect(figure(lesson, id).locator("svg[data-picture]").last()).toBeVisible(trained);
      const widest = await lesson.evaluate(() => document.documentElement.scrollWidth);
      expect(widest).toBeLessThanOrEqual(width);
    }
  });
}

test("what is started and stopped by keyboard leaves the focus where it was", async ({
  lesson,
}) => {
  for (const [id, start, stop] of [
    ["trained-averages", "Train the network", "Cancel"],
    ["uncertainty", "Train the network", "Cancel"],
    ["sweep", /^Train \d+ networks$/, "Stop"],
  ] as const) {
    await lesson.goto(address(id, { epochs: 2000 }));
    await button(lesson, id, start).focus();
    await lesson.keyboard.press("Enter");
    await expect(button(lesson, id, stop)).toBeFocused();
    await lesson.keyboard.press("Enter");
    await expect(button(lesson, id, /^Train /)).toBeFocused();
  }
  await lesson.goto(address("uncertainty", {}));
  await button(lesson, "uncertainty", "Train the network").focus();
  await lesson.keyboard.press("Enter");
  await expect(figure(lesson, "uncertainty")).toContainText("epochs on 200 samples", trained);
  await expect(figure(lesson, "uncertainty").locator(":focus")).toHaveCount(1);
});
