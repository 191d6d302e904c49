// What keeps figures from becoming instrument panels: how many controls they have at hand, and how
// much of a picture is seen while one of them is used on a phone.
import type { Locator } from "@playwright/test";
import { chapters, headingId } from "../../web/src/lesson/chapters";
import { expect, figure, figureNames, test } from "./page";

const mostControls = 4;
const leastSeen = 0.6;
const mostWords = 3600;

/** What can be used at once, a slider with its number or a row of options being one. */
const atHand = (of: Locator) =>
  of.evaluate((root) => {
    const groups = ".number-slider, .way, [role=radiogroup], [role=group]";
    const controls = [...root.querySelectorAll(`${groups}, button, select, input, textarea`)];
    return controls
      .filter((control) => control.closest(".controls, form, .buttons") !== null)
      .filter((control) => control.checkVisibility() && !control.closest("details, svg"))
      .filter((control) => !control.parentElement!.closest(groups))
      .map((control) => control.ariaLabel ?? control.textContent.trim());
  });

test(`no figure has more than ${mostControls} controls at hand`, async ({ watched, baseURL }) => {
  for (const name of await figureNames(watched, baseURL!)) {
    await watched.goto(`./?figure=${name}`);
    await expect(figure(watched, name)).toBeVisible();
    const controls = await atHand(figure(watched, name));
    expect(controls.length, `${name}: ${controls.join(", ")}`).toBeLessThanOrEqual(mostControls);
  }
});

test("on a phone a picture is seen while its controls are used", async ({ watched, baseURL }) => {
  await watched.setViewportSize({ width: 375, height: 667 });
  let measured = 0;
  for (const name of await figureNames(watched, baseURL!)) {
    await watched.goto(`./?figure=${name}`);
    const picture = figure(watched, name).locator(".picture");
    await expect(picture).toBeVisible();
    const controls = figure(watched, name).locator(".controls");
    for (const control of await controls.locator("button, input[type=range]").all()) {
      if (!(await control.isVisible())) continue;
      await control.scrollIntoViewIfNeeded();
      const seen = await picture.evaluate((element) => {
        const { top, bottom, height } = element.getBoundingClientRect();
        return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
      });
      expect(seen, `${name}: ${await control.ariaSnapshot()}`).toBeGreaterThanOrEqual(leastSeen);
      ++measured;
    }
  }
  expect(measured).toBeGreaterThan(30);
});

/** Those of the text: drawings have labels, and what is folded or not seen is not read. */
const wordsToRead = (of: Locator) =>
  of.evaluate((root) => {
    const found: string[] = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { data, parentElement } = nodes.currentNode as Text;
      if (!parentElement!.closest("svg, .visually-hidden") && parentElement!.checkVisibility())
        found.push(...data.split(/\s+/).filter((word) => /\p{L}/u.test(word)));
    }
    return found.length;
  });

test(`the main path is read in ${mostWords} words`, async ({ lesson }) => {
  // Figures that train say more once they have.
  for (const trained of ["overfitting", "training"]) {
    await figure(lesson, trained).evaluate((element) => element.scrollIntoView());
    await expect(figure(lesson, trained)).toContainText(/ with dropout,? [0-9.]+%/);
  }
  let sum = await wordsToRead(lesson.locator("header").first());
  const counted: string[] = [];
  for (const { name, sections } of chapters.filter(({ mark }) => mark !== "A")) {
    for (const section of sections) {
      const read = lesson.locator(`section[aria-labelledby="${headingId(section)}"]`);
      const words = await wordsToRead(read);
      sum += words;
      counted.push(`${name}, ${section}: ${words}`);
    }
  }
  expect(sum, counted.join("\n")).toBeLessThanOrEqual(mostWords);
});

test("on a phone, what the keyboard reaches backwards is not under the picture", async ({
  watched,
  baseURL,
}) => {
  await watched.setViewportSize({ width: 375, height: 667 });
  // Scrolled at once.
  await watched.emulateMedia({ reducedMotion: "reduce" });
  let measured = 0;
  for (const name of await figureNames(watched, baseURL!)) {
    await watched.goto(`./?figure=${name}`);
    await expect(figure(watched, name).locator(".picture")).toBeVisible();
    await figure(watched, name).getByRole("button").last().focus();
    /** How much of it is under the picture; undefined where it is none of the controls. */
    const hidden = () =>
      watched.evaluate(() => {
        const element = document.activeElement!;
        const picture = element.closest("figure")?.querySelector(".picture");
        if (!picture || picture.contains(element)) return undefined;
        const { top } = (element.closest("label") ?? element).getBoundingClientRect();
        return Math.max(0, picture.getBoundingClientRect().bottom - top);
      });
    for (;;) {
      await watched.keyboard.press("Shift+Tab");
      if ((await hidden()) === undefined) break;
      await expect.poll(hidden, `${name}, ${measured}`).toBe(0);
      ++measured;
    }
  }
  expect(measured).toBeGreaterThan(60);
});

for (const width of [375, 1280]) {
  test(`nothing moves when the lesson opens, ${width} px`, async ({ watched }) => {
    await watched.setViewportSize({ width, height: 800 });
    await watched.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value") as number);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await watched.goto("./");
    await expect(figure(watched, "hook")).toBeVisible();
    const shifts = await watched.evaluate(async () => {
      // Two frames: what they moved has been observed then.
      for (let i = 0; i < 2; ++i) await new Promise((next) => requestAnimationFrame(next));
      return Reflect.get(window, "shifts") as number[];
    });
    expect(shifts).toEqual([]);
  });
}
