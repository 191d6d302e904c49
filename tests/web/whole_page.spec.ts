import { lowContrast, violations } from "./axe";
import { expect, figure, setInRail, test } from "./page";

test("axe finds nothing", async ({ lesson }) => {
  await setInRail(lesson, "Colours", "dark");
  expect(await lowContrast(lesson)).toEqual([]);
  await setInRail(lesson, "Colours", "light");
  expect(await violations(lesson)).toEqual([]);

  // And in other states: errors shown, a unit switched, the other output, details open.
  await figure(lesson, "subnetworks").getByText("Settings").click();
  await figure(lesson, "subnetworks").getByLabel("Seed").fill("abc");
  await figure(lesson, "subnetworks")
    .getByRole("switch", { name: /Hidden unit 1/ })
    .first()
    .click();
  await figure(lesson, "layer").getByText("weight and bias").click();
  await figure(lesson, "averages").getByRole("radio", { name: "10 + 10" }).check({ force: true });
  await figure(lesson, "averages").getByText("Use a network of your own").click();
  await figure(lesson, "gradients").getByRole("button", { name: "Run forward" }).click();
  for (const summary of await lesson.locator("main details:not([open]) > summary").all()) {
    if (await summary.isVisible()) await summary.click();
  }
  const prediction = lesson.getByRole("group", { name: /Predict first/ }).first();
  await prediction.getByRole("radio").first().check();
  await prediction.getByRole("button", { name: "Run it" }).click();
  await figure(lesson, "four-subnetworks").getByRole("textbox").first().fill("2");
  expect(await violations(lesson)).toEqual([]);
});

test("a chosen theme is remembered, and follows the system until one is chosen", async ({
  lesson,
}) => {
  const background = () => lesson.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await lesson.emulateMedia({ colorScheme: "light" });
  const light = await background();
  await lesson.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  expect(dark).not.toBe(light);
  await setInRail(lesson, "Colours", "light");
  expect(await background()).toBe(light);
  await lesson.reload();
  await expect(lesson.getByRole("button", { name: "Colours: light" })).toBeVisible();
  expect(await background()).toBe(light);
});

test("nothing sticks out, however wide the window", async ({ lesson }) => {
  await figure(lesson, "layer").getByText("weight and bias").click();
  for (const width of [320, 375, 768, 1280]) {
    await lesson.setViewportSize({ width, height: 800 });
    // Charts follow the width a moment later.
    await expect
      .poll(() => lesson.evaluate(() => document.documentElement.scrollWidth), `${width}`)
      .toBeLessThanOrEqual(width);
  }
});

test("units are large enough for a fingertip on a phone", async ({ lesson }) => {
  await lesson.setViewportSize({ width: 375, height: 800 });
  const unit = figure(lesson, "subnetworks")
    .getByRole("switch", { name: /Hidden unit/ })
    .first();
  const box = await unit.boundingBox();
  expect(box!.width).toBeGreaterThanOrEqual(44);
  expect(box!.height).toBeGreaterThanOrEqual(44);
});

test("without WebAssembly the page says what it needs", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("The lesson could not start");
});

test("dropout.js is a module that other pages can import", async ({ lesson }) => {
  const masks = await lesson.evaluate(async () => {
    const address = new URL("dropout.js", document.baseURI).href;
    const { load } = await import(/* @vite-ignore */ address);
    const dropout = await load();
    return dropout.masks({ generator: "numpy", seed: 0, p_drop: 0.5, samples: 5, units: 2 });
  });
  expect(masks).toEqual([
    [1, 1],
    [1, 1],
    [0, 1],
    [0, 1],
    [1, 0],
  ]);
});
