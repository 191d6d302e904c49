// Other screens, other hands, other eyes.
import { devices, type Page } from "@playwright/test";
import { struck } from "./opening_figure";
import { expect, figure, figureNames, openSettings, test } from "./page";

const sticksOut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe("on a phone", () => {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices["Pixel 7"];
  test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });

  test("figures fit, and obey fingers", async ({ lesson }) => {
    expect(await sticksOut(lesson)).toBe(0);
    const unit = figure(lesson, "subnetworks")
      .getByRole("switch", { name: /Hidden unit 1/ })
      .first();
    const before = await unit.getAttribute("aria-checked");
    await unit.tap();
    await expect(unit).not.toHaveAttribute("aria-checked", before!);
    await expect(figure(lesson, "subnetworks")).toContainText("tap a unit, or hold a finger on it");
    await openSettings(figure(lesson, "layer"));
    await figure(lesson, "layer").getByLabel("Random numbers of").selectOption("numpy");
    await expect.poll(() => lesson.url()).toContain("layer.generator=numpy");
    await figure(lesson, "layer").getByRole("button", { name: "Share, save" }).tap();
    const dialog = await lesson.getByRole("dialog").boundingBox();
    expect(dialog!.width).toBeLessThanOrEqual(viewport.width);
    // Nothing that is pressed is smaller than a fingertip.
    await lesson.keyboard.press("Escape");
    const small = await lesson
      .locator("main :is(button, select, summary):visible")
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent }))
          .filter(({ box }) => box.height < 44)
          .map(({ box, text }) => `${text}: ${box.height}`),
      );
    expect(small).toEqual([]);
  });
});

test.describe("with little motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves until it is asked to", async ({ lesson }) => {
    const hook = figure(lesson, "hook");
    await expect(hook.getByRole("button", { name: "All 200" })).toBeVisible();
    await lesson.waitForTimeout(2000); // some masks long, in which nothing may happen
    await expect(struck(lesson)).toHaveText("mean of 1 mask");
    const moving = await lesson.evaluate(() =>
      document.getAnimations().map((animation) => String(animation)),
    );
    expect(moving).toEqual([]);
    await hook.getByRole("button", { name: "All 200" }).click();
    await expect(struck(lesson)).toHaveText("mean of 200 masks");
  });
});

test("on paper there is nothing to press, and what colours say is printed", async ({ lesson }) => {
  await lesson.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(lesson.locator("header select:visible, input[type=range]:visible")).toHaveCount(0);
  await expect(lesson.locator("button:visible:not(th button)")).toHaveCount(0);
  const dot = figure(lesson, "hook").locator(".legend .kept");
  await expect(dot).toHaveCSS("print-color-adjust", "exact");
  await expect(lesson.locator("body")).toHaveCSS("color-scheme", "light");
  await expect(lesson.getByText("Predict first.").first()).toBeVisible();
});

test.describe("with forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("what is kept and what is dropped still differ, and lines are seen", async ({ lesson }) => {
    expect(await lesson.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    // Dropped units are hatched, whatever the colours.
    const unit = figure(lesson, "hook").getByRole("switch").first();
    const fills = () =>
      unit
        .locator("circle")
        .evaluateAll((circles) => circles.map((circle) => getComputedStyle(circle).fill).join());
    await unit.press("Enter"); // From here on, no mask strikes.
    const before = await fills();
    await unit.press("Enter");
    await expect.poll(fills).not.toBe(before);
    expect(before + (await fills())).toContain("url(");
    // What is written on a filled unit is of the paper's colour: ./forced_colors.spec.ts looks at it.
    const invisible = await lesson
      .locator("main svg :is(path, line, circle)")
      .evaluateAll((marks) => {
        const paper = getComputedStyle(document.body).backgroundColor;
        return marks
          .map((mark) => getComputedStyle(mark))
          .filter(
            ({ fill, stroke }) =>
              [fill, stroke].every((colour) => colour === paper || colour === "none") &&
              fill !== "none",
          ).length;
      });
    expect(invisible).toBe(0);
    // The keyboard was used: what has the focus shows it.
    await figure(lesson, "hook").getByRole("button").first().focus();
    const outline = await lesson.evaluate(
      () => getComputedStyle(document.activeElement!).outlineStyle,
    );
    expect(outline).not.toBe("none");
  });
});

test.describe("at 400 %", () => {
  // What 1280 × 1024 pixels show, enlarged four times.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  test("everything is read without scrolling sideways, and used by keyboard", async ({
    lesson,
    baseURL,
  }) => {
    expect(await sticksOut(lesson)).toBe(0);
    const seed = figure(lesson, "layer").getByLabel("Seed");
    await openSettings(figure(lesson, "layer"));
    await seed.focus();
    await lesson.keyboard.type("3");
    await expect.poll(() => lesson.url()).toContain("layer.seed=123");
    await expect(seed).toBeInViewport();
    const dialogButton = figure(lesson, "layer").getByRole("button", { name: "Share, save" });
    await dialogButton.press("Enter");
    const close = lesson.getByRole("dialog").getByRole("button", { name: "Close" });
    await close.scrollIntoViewIfNeeded();
    await close.press("Enter");
    await expect(dialogButton).toBeFocused();
    for (const name of await figureNames(lesson, baseURL!)) {
      await lesson.goto(`./?figure=${name}`);
      await expect(figure(lesson, name)).toBeVisible();
      expect(await sticksOut(lesson), name).toBe(0);
    }
  });
});
