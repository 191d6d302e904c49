// All but the opening waits until it is read on.
import { expect, type Page } from "@playwright/test";
import { sectionNames } from "../../web/src/lesson/chapters";
import { test } from "./inputs";
import { whole } from "./opening_figure";
import { figure } from "./page";

const sections = (page: Page) => page.locator("main > section");

/** The opening is there, and drawn. */
async function open(page: Page, address = "./") {
  await page.goto(address);
  await expect(whole(page)).toBeVisible();
}

async function expectAll(page: Page) {
  await expect(page.getByRole("contentinfo")).toBeVisible();
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "false");
  await expect(sections(page)).toHaveCount(sectionNames.length);
}

test("an untouched page has the opening, and is not busy", async ({ page }) => {
  await open(page, "./?hook.pDrop=0.2&page.convention=paper&utm_source=mail");
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "false");
  await page.waitForTimeout(1500); // as long as nothing may happen
  await expect(sections(page)).toHaveCount(1);
});

for (const width of [375, 768, 1280]) {
  test(`its words are there before the core, and then nothing moves: ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("./");
    const hook = figure(page, "hook");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(hook.getByRole("slider")).toHaveCount(2);
    await expect(whole(page)).toHaveCount(0);
    await page.evaluate(() => document.fonts.ready);
    const before = await hook.boundingBox();
    release();
    await expect(whole(page)).toBeVisible();
    expect(await hook.boundingBox()).toEqual(before);
    await expect(sections(page)).toHaveCount(1);
  });
}

const signs: [string, (page: Page) => Promise<unknown>][] = [
  ["a mouse that moves", (page) => page.mouse.move(100, 100)],
  ["a wheel", (page) => page.mouse.wheel(0, 10)],
  ["a key", (page) => page.keyboard.press("Tab")],
  ["scrolling, as by a screen reader", (page) => page.evaluate(() => scrollTo(0, 10))],
  [
    "focus, as by a screen reader",
    (page) => figure(page, "hook").getByRole("slider").first().focus(),
  ],
  ["an address changed by hand", (page) => page.evaluate(() => (location.hash = "counts"))],
  ["printing", (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint")))],
  ["room below the opening", (page) => page.setViewportSize({ width: 1280, height: 2000 })],
];

for (const [name, give] of signs) {
  test(`${name} brings the sections`, async ({ page }) => {
    await open(page);
    await expect(sections(page)).toHaveCount(1);
    await give(page);
    await expectAll(page);
  });
}

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 800 } });
  test("a finger brings the sections", async ({ page }) => {
    await open(page);
    await expect(sections(page)).toHaveCount(1);
    await page.touchscreen.tap(100, 400);
    await expectAll(page);
  });
});

test("a link to a later figure leads there, and back leads back", async ({ page }) => {
  await open(page);
  await page.goto("./#counts");
  await expectAll(page);
  await expect(figure(page, "counts")).toBeInViewport();
  await page.goto("about:blank");
  await page.goto("./?layer.seed=3#layer");
  await expectAll(page);
  await expect(figure(page, "layer")).toBeInViewport();
});

test("settings of a later figure bring it", async ({ page }) => {
  await page.goto("./?layer.seed=3");
  await expect(figure(page, "layer").getByLabel("Seed")).toHaveValue("3");
  await expectAll(page);
});

test("the contents lead to a section that is not there yet", async ({ page }) => {
  await open(page);
  // Without a mouse: as by the software of a screen reader.
  const link = page.locator("nav a").last();
  await link.evaluate((element) => (element as HTMLElement).click());
  await expectAll(page);
  await expect(page.getByRole("heading", { level: 2 }).last()).toBeInViewport();
});

test("a page that was read has its sections when it is reloaded", async ({ page }) => {
  await open(page);
  await page.reload();
  await expectAll(page);
});
