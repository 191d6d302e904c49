// On paper: everything, on as few pages as it needs, and nothing that is only for screens.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { whole } from "./opening_figure";
import { expect, figure, setInRail, test } from "./page";

const run = promisify(execFile);
const mostBytes = 3e6;
const words = "This print is incomplete";

/** With spaces of one kind. */
const plain = (text: string) => text.replace(/\s+/g, " ");

interface Printed {
  bytes: number;
  text: string;
  /** Of each page: which share of its height is used. */
  used: number[];
}

/** Where the last row of a grey picture (PGM) is that is not blank, as a share of its height. */
function usedShare(pgm: Buffer): number {
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString("latin1", 0, 40))!;
  const pixels = pgm.subarray(pgm.length - Number(width) * Number(height));
  const last = pixels.findLastIndex((grey) => grey < 250);
  return Math.ceil(last / Number(width)) / Number(height);
}

async function print(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4", printBackground: true });
  const folder = await mkdtemp(join(tmpdir(), "print-"));
  const file = join(folder, "lesson.pdf");
  await writeFile(file, pdf);
  const { stdout: text } = await run("pdftotext", ["-layout", file, "-"]);
  await run("pdftoppm", ["-gray", "-r", "20", file, join(folder, "page")]);
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".pgm")).sort();
  const pictures = await Promise.all(pages.map((name) => readFile(join(folder, name))));
  await rm(folder, { recursive: true });
  return { bytes: pdf.length, text: plain(text), used: pictures.map(usedShare) };
}

/** All but the opening's, which nobody needs to see. */
const chapterTitles = async (page: Page) =>
  (await page.locator("nav a .title").allTextContents()).slice(1);

test("the whole lesson is small, complete, and fills its pages", async ({ lesson }) => {
  test.slow(); // all of it is drawn, and made a PDF
  await lesson.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(lesson.locator(".outdated")).toHaveCount(0);
  const { bytes, text, used } = await print(lesson);
  expect(bytes).toBeLessThan(mostBytes);
  expect(text).not.toContain(words);
  for (const title of await chapterTitles(lesson)) expect(text).toContain(plain(title));
  for (const question of await lesson.locator("main > section > h3[id]").allTextContents()) {
    expect(text).toContain(plain(question));
  }
  expect(used.length).toBeGreaterThan(10);
  expect(used.slice(0, -1).filter((share) => share < 0.5)).toEqual([]);
});

test("an untouched page prints what it has, and says what to do", async ({ page }) => {
  await page.goto("./");
  await expect(whole(page)).toBeVisible();
  const { text } = await print(page);
  expect(text).toContain(words);
  expect(text).toContain("Scroll to the end of the page, then print it again.");
});

test("an untouched page whose sections are fetched prints them all", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { type: "wifi" } }),
  );
  const last = page.waitForResponse(/UncertaintyFigure-.*\.js$/);
  await page.goto("./");
  await expect(whole(page)).toBeVisible();
  await last;
  await page.waitForLoadState("networkidle");
  await expect(page.locator("main > section")).toHaveCount(1);
  let text = "";
  // What was fetched also has to be run.
  await expect.poll(async () => (text = (await print(page)).text)).not.toContain(words);
  for (const title of await chapterTitles(page)) expect(text).toContain(plain(title));
});

for (const theme of ["light", "dark"]) {
  test(`on paper it is black on white, and no figure covers another: ${theme}`, async ({
    lesson,
  }) => {
    await setInRail(lesson, "Colours", theme);
    await lesson.emulateMedia({ media: "print" });
    await lesson.setViewportSize({ width: 718, height: 1000 });
    const backgrounds = await lesson
      .locator("body, figure, form")
      .evaluateAll((elements) =>
        elements
          .map((element) => getComputedStyle(element))
          .map(({ backgroundColor, borderTopWidth }) => `${backgroundColor} ${borderTopWidth}`),
      );
    expect([...new Set(backgrounds)]).toEqual(["rgba(0, 0, 0, 0) 0px"]);
    await expect(lesson.locator("body")).toHaveCSS("color", "rgb(29, 33, 38)");

    const boxes = await lesson.locator("figure").evaluateAll((figures) =>
      figures.map((figure) => {
        const { left, right, top, bottom } = figure.getBoundingClientRect();
        const drawings = [...figure.querySelectorAll("svg")].map((svg) =>
          svg.getBoundingClientRect(),
        );
        return {
          id: figure.id,
          top,
          bottom,
          sticksOut: drawings.some((box) => box.left < left - 1 || box.right > right + 1),
        };
      }),
    );
    expect(boxes.filter(({ sticksOut }) => sticksOut)).toEqual([]);
    boxes.slice(1).forEach(({ id, top }, i) => {
      expect(top, id).toBeGreaterThanOrEqual(boxes[i]!.bottom);
    });
    expect(boxes.length).toBeGreaterThan(10);
    for (const { id } of boxes) {
      const picture = figure(lesson, id).locator(".picture");
      await expect(picture).toHaveCSS("break-inside", "avoid");
    }
  });
}

test("sliders print their value, and nothing else of them", async ({ lesson }) => {
  await figure(lesson, "counts").getByRole("button", { name: "Skip" }).click();
  await lesson.emulateMedia({ media: "print" });
  await expect(lesson.locator("input[type=range]:visible")).toHaveCount(0);
  const box = figure(lesson, "counts").getByLabel("p_drop", { exact: true });
  await expect(box).toHaveValue("0.5");
  await expect(box).toBeVisible();
  await box.fill("0.75");
  expect((await print(lesson)).text).toContain("0.75");
});
