// What the figures that look into trained networks have in common.
import type { Page } from "@playwright/test";
import { lowContrast, violations } from "./axe";
import { expect, figure, test } from "./page";
import { problemsAt, widths } from "./sideways";
import { address, button, csvOf } from "./trained_figures";

// Where nothing starts by itself.
test.use({ contextOptions: { reducedMotion: "reduce" } });

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

const trained: [string, Record<string, string | number>, (page: Page) => Promise<unknown>][] = [
  [
    "sweep",
    { repeats: 1, isStarted: 1 },
    (page) => expect(figure(page, "sweep")).toContainText("Your networks: the lowest mean is"),
  ],
  ["trained-averages", { subnetworks: 10, isTrained: 1 }, async () => {}],
  [
    "uncertainty",
    { isTrained: 1 },
    (page) => figure(page, "uncertainty").getByText("The numbers").click(),
  ],
  [
    "uncertainty",
    { isTrained: 1, source: "drawing" },
    (page) => figure(page, "uncertainty").getByLabel("p_drop", { exact: true }).fill("2"),
  ],
];
for (const [id, settings, prepare] of trained) {
  test(`${id} with ${JSON.stringify(settings)} is whole and reachable`, async ({ watched }) => {
    await watched.goto(`${address(id, settings)}&theme=light`);
    await expect(figure(watched, id).locator("svg[data-picture]").last()).toBeVisible();
    await prepare(watched);
    // Results that are outdated are pale, and become so, or not, over some frames.
    await expect(watched.locator(".outdated")).toHaveCount(0);
    await watched.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished)),
    );
    expect(await violations(watched, "figure")).toEqual([]);
    await watched.evaluate(() => (document.documentElement.dataset.theme = "dark"));
    expect(await lowContrast(watched)).toEqual([]);
    for (const width of widths) {
      expect(await problemsAt(watched, width), `${width} px`).toEqual([]);
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
