// With forced colours every figure is readable: asked of the pixels, in a light and a dark scheme.
import type { Locator, Page } from "@playwright/test";
import { expect, figure, figureNames, test } from "./page";
import {
  type Box,
  type Colour,
  pictureOf,
  mostFrequent,
  type Picture,
  pixelsIn,
  shareSeen,
} from "./pixels";

const schemes = ["light", "dark"] as const;

/** The boxes of what a selector finds and shows, in the page's own coordinates, by its words. */
const boxesOf = (within: Locator, selector: string) =>
  within.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // What is pale is so in any colours.
      .filter((element) => !element.closest("[style*=opacity]"))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const name = `${element.nodeName} ${element.textContent.trim().slice(0, 30)}`;
        return { name, x: x + scrollX, y: y + scrollY, width, height };
      })
      .filter(({ width, height }) => Math.max(width, height) > 1),
  );

/** The boxes of what is written in such elements, in the page's own coordinates. */
const wordsIn = (within: Locator, selector: string) =>
  within.evaluate((root, selector) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement!;
      if (text.nodeValue!.trim() === "" || !element.closest(selector)) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".visually-hidden")) continue;
      if (element.closest("[style*=opacity]")) continue; // What is pale is so in any colours.
      const range = document.createRange();
      range.selectNode(text);
      const { x, y, width, height } = range.getBoundingClientRect();
      const name = `${element.nodeName} ${text.nodeValue!.trim().slice(0, 30)}`;
      boxes.push({ name, x: x + scrollX, y: y + scrollY, width, height });
    }
    return boxes;
  }, selector);

const centre = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];

/** Between the number that is written on a unit and its outline. */
function ringOf(picture: Picture, unit: Box): Colour[] {
  const [x, y] = centre(unit);
  const radius = unit.width / 2;
  return pixelsIn(picture, unit, (left, top) => {
    const distance = Math.hypot(left - x, top - y) / radius;
    return Math.abs(top - y) > 0.45 * radius && distance > 0.5 && distance < 0.85;
  });
}

async function unreadable(page: Page, name: string): Promise<string[]> {
  const whole = figure(page, name);
  await expect(whole.locator(".outdated")).toHaveCount(0);
  const picture = await pictureOf(page);
  const ground = picture.at(1, 1);
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string) => isRight || problems.push(problem);

  for (const unit of await boxesOf(whole, "circle[r='20']:not(.dropped)")) {
    check(shareSeen(ringOf(picture, unit), ground) < 0.02, `a kept unit is filled`);
  }
  for (const unit of await boxesOf(whole, "circle.dropped")) {
    const hatching = shareSeen(ringOf(picture, unit), ground);
    check(hatching > 0.1 && hatching < 0.7, `a dropped unit is hatched to ${hatching}`);
  }
  for (const target of await boxesOf(whole, ".toggle rect")) {
    const corners = pixelsIn(picture, target, (x, y) => {
      const [left, top] = centre(target);
      return Math.hypot(x - left, y - top) > 0.45 * target.width;
    });
    check(shareSeen(corners, ground) < 0.35, `what is pressed covers a unit's surroundings`);
  }
  const written = "svg text, figcaption, h3, h4, dd, td, label, button, summary";
  for (const words of await wordsIn(whole, written)) {
    const pixels = pixelsIn(picture, words);
    // Some stand on a filled unit or button.
    const seen = shareSeen(pixels, mostFrequent(pixels), 4.5);
    check(seen > 0.002 && seen < 0.6, `${words.name}: ${seen} is seen`);
  }
  const marks = "svg :is(path, line, circle):not(.target, .grid, .area, defs *)";
  for (const mark of await boxesOf(whole, marks)) {
    const around = { x: mark.x - 1, y: mark.y - 1, width: mark.width + 2, height: mark.height + 2 };
    const isSeen = pixelsIn(picture, around).some((pixel) => shareSeen([pixel], ground) === 1);
    check(isSeen, `${mark.name} at ${mark.x}, ${mark.y} is not seen`);
  }
  for (const swatch of await boxesOf(whole, "li > :is(span:empty, svg)")) {
    check(shareSeen(pixelsIn(picture, swatch), ground) > 0.03, `a legend's sample is not seen`);
  }
  return problems;
}

for (const colorScheme of schemes) {
  test.describe(`forced colours, ${colorScheme}`, () => {
    test.use({ contextOptions: { forcedColors: "active", colorScheme, reducedMotion: "reduce" } });

    test("every figure is readable", async ({ page, baseURL }) => {
      test.setTimeout(240_000); // every figure is opened and looked at
      for (const name of await figureNames(page, baseURL!)) {
        await page.goto(`./?figure=${name}`);
        await expect(figure(page, name)).toBeVisible();
        await expect.poll(() => unreadable(page, name), name).toEqual([]);
      }
    });

    test("a chosen theme does not get in the way", async ({ page }) => {
      await page.goto(`./?figure=subnetworks&theme=${colorScheme === "dark" ? "light" : "dark"}`);
      await expect(figure(page, "subnetworks")).toBeVisible();
      expect(await unreadable(page, "subnetworks")).toEqual([]);
    });

    test("the frame of outdated results is there while they are, and only then", async ({
      page,
    }) => {
      await page.goto("./?figure=counts&counts.answered=1");
      const counts = figure(page, "counts");
      const chart = counts.getByTestId("chart");
      await expect(chart.getByText("fewest 0, most 4")).toBeVisible();
      const aroundIt = async () => {
        const { x, y, width } = (await chart.boundingBox())!;
        const picture = await pictureOf(page);
        // The frame is 8 pixels away; nothing else is so close.
        const strip = { x: x + 10, y: y - 10.5, width: width - 20, height: 3 };
        return shareSeen(pixelsIn(picture, strip), picture.at(1, 1));
      };
      await expect(counts.locator(".outdated")).toHaveCount(0);
      expect(await aroundIt()).toBe(0);
      await counts.getByLabel("p_drop", { exact: true }).fill("2");
      await expect(counts.locator(".outdated")).toHaveCount(1);
      await expect.poll(aroundIt).toBeGreaterThan(0.2);
    });
  });
}
