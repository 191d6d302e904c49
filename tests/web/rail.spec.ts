// Where the reader is in the lesson, and what the browser remembers of it.
import type { Page } from "@playwright/test";
import { expect, inRail, readOn, test } from "./page";

const chapter = (page: Page, mark: string) =>
  page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${mark}:`) });

const heading = (page: Page, mark: string) =>
  page.locator("main h2").filter({ has: page.locator("span", { hasText: mark }) });

test("a chapter lights up once its end has been on screen", async ({ lesson }) => {
  await expect(chapter(lesson, "0")).toHaveAttribute("aria-current", "step");
  await expect(chapter(lesson, "0")).not.toHaveAccessibleName(/read$/);
  await heading(lesson, "1").scrollIntoViewIfNeeded();
  await expect(chapter(lesson, "0")).toHaveAccessibleName(/, read$/);
  await expect(chapter(lesson, "1")).not.toHaveAccessibleName(/, read$/);
});

test("where the reader stopped is offered on return, and what was read stays lit", async ({
  lesson,
}) => {
  await heading(lesson, "2").evaluate((element) => element.scrollIntoView());
  await expect(chapter(lesson, "1")).toHaveAccessibleName(/, read$/);
  await expect(chapter(lesson, "2")).toHaveAttribute("aria-current", "step");
  // Another visit begins at the top.
  const again = await lesson.context().newPage();
  await again.goto(lesson.url());
  await expect(chapter(again, "1")).toHaveAccessibleName(/, read$/);
  await again.getByRole("link", { name: /^Go on with 2:/ }).click();
  await readOn(again);
  await expect(heading(again, "2")).toBeInViewport();
  await expect(again.getByRole("link", { name: /^Go on with/ })).toHaveCount(0);
});

test("a jump on a low window is followed", async ({ lesson }) => {
  await lesson.setViewportSize({ width: 667, height: 375 });
  for (const mark of ["3", "7", "5"]) {
    // The heading is never seen: it goes from far below to far above, or back.
    await heading(lesson, mark).evaluate((element) =>
      scrollBy({ top: element.getBoundingClientRect().top + 400, behavior: "instant" }),
    );
    await expect(chapter(lesson, mark)).toHaveAttribute("aria-current", "step");
  }
});

test("a first visit is offered nothing, nor is one that a link leads further down", async ({
  lesson,
}) => {
  const offer = (page: Page) => page.getByRole("link", { name: /^Go on with/ });
  await expect(offer(lesson)).toHaveCount(0);
  await heading(lesson, "2").evaluate((element) => element.scrollIntoView());
  await expect(chapter(lesson, "2")).toHaveAttribute("aria-current", "step");
  await lesson.goto("./#layer");
  await readOn(lesson);
  await expect(offer(lesson)).toHaveCount(0);
});

test("on a phone, the menu unfolds the contents, and goes when one is chosen", async ({
  lesson,
}) => {
  await lesson.setViewportSize({ width: 375, height: 667 });
  const menu = lesson.getByRole("button", { name: "Contents and display" });
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await menu.click();
  await lesson.getByText("A coin for every unit").first().click();
  await expect(heading(lesson, "2")).toBeInViewport();
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await menu.click();
  await lesson.keyboard.press("Escape");
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await expect(menu).toBeFocused();
  await inRail(lesson, async (rail) => {
    for (const link of await rail.getByRole("link").all()) {
      expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
  });
});
