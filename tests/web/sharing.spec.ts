import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, figure, openSettings, readOn, rowsOf, setInRail, testOf } from "./page";

const test = testOf("layer");

const layer = (page: Page) => figure(page, "layer");
const withDropout = (page: Page) =>
  rowsOf(layer(page).getByRole("table", { name: "With dropout", exact: true }));
const pDrop = (page: Page) => layer(page).getByLabel("p_drop", { exact: true });
const query = (page: Page) => new URL(page.url()).search;

test("the address follows the settings, and restores what was on screen", async ({
  lesson,
  context,
}) => {
  await pDrop(lesson).fill("0.2");
  await openSettings(layer(lesson));
  await layer(lesson).getByLabel("Seed").fill("7");
  await layer(lesson).getByLabel("Random numbers of").selectOption("numpy");
  await expect
    .poll(() => Object.fromEntries(new URL(lesson.url()).searchParams))
    .toEqual({ "layer.pDrop": "0.2", "layer.generator": "numpy", "layer.seed": "7" });
  const shown = await withDropout(lesson);

  const other = await context.newPage();
  await other.goto(lesson.url());
  expect(await withDropout(other)).toEqual(shown);
  await expect(pDrop(other)).toHaveValue("0.2");
});

test("back and forward go through the settings", async ({ alone }) => {
  await pDrop(alone).fill("0.2");
  await expect.poll(() => query(alone)).toBe("?figure=layer&layer.pDrop=0.2");
  await pDrop(alone).fill("0.8");
  await expect.poll(() => query(alone)).toBe("?figure=layer&layer.pDrop=0.8");
  await alone.goBack();
  await expect(pDrop(alone)).toHaveValue("0.2");
  await alone.goBack();
  await expect(pDrop(alone)).toHaveValue("0.5");
  await alone.goForward();
  await expect(pDrop(alone)).toHaveValue("0.2");
  await alone.waitForTimeout(600); // longer than the address waits for a hand at rest
  expect(query(alone)).toBe("?figure=layer&layer.pDrop=0.2");
});

test("a dragged slider is one step back", async ({ alone }) => {
  const before = await alone.evaluate(() => history.length);
  // In the page itself: nothing may come between two steps.
  await layer(alone)
    .getByLabel("p_drop, slider")
    .evaluate((slider: HTMLInputElement) => {
      for (let step = 0; step < 5; ++step) {
        slider.stepUp();
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  await expect.poll(() => query(alone)).toBe("?figure=layer&layer.pDrop=0.75");
  expect(await alone.evaluate(() => history.length)).toBe(before + 1);
});

test("a link within the page changes no setting, however fresh", async ({ lesson }) => {
  const contents = lesson.getByRole("navigation").getByRole("link");
  await pDrop(lesson).fill("0.2");
  await expect.poll(() => query(lesson)).toBe("?layer.pDrop=0.2");
  // At once: the address waits for a hand at rest.
  await openSettings(layer(lesson));
  await layer(lesson)
    .getByLabel("Seed")
    .evaluate((seed: HTMLInputElement) => {
      seed.value = "77";
      seed.dispatchEvent(new InputEvent("input", { bubbles: true }));
      document.querySelector<HTMLElement>("nav a")!.click();
    });
  await expect.poll(() => query(lesson)).toBe("?layer.pDrop=0.2&layer.seed=77");
  await expect(layer(lesson).getByLabel("Seed")).toHaveValue("77");
  await contents.last().click();
  await lesson.goBack();
  await expect(layer(lesson).getByLabel("Seed")).toHaveValue("77");
  await lesson.goBack();
  await expect(layer(lesson).getByLabel("Seed")).toHaveValue("12");
  await expect(pDrop(lesson)).toHaveValue("0.2");
});

test("what cannot be shown stays out of the address", async ({ alone }) => {
  await pDrop(alone).fill("0.2");
  await expect.poll(() => query(alone)).toBe("?figure=layer&layer.pDrop=0.2");
  await pDrop(alone).fill("1.5");
  await expect(pDrop(alone)).toHaveAccessibleDescription(/p_drop must be in \[0, 1\]/);
  await alone.waitForTimeout(600); // longer than the address waits for a hand at rest
  expect(query(alone)).toBe("?figure=layer&layer.pDrop=0.2");
});

test("a malformed link falls back, and says so", async ({ watched }) => {
  const hostile = '"><img src=x onerror=document.title="gone">';
  await watched.goto(
    `./?layer.pDrop=9&layer.seed=3&layer.constructor=1&layer.generator=${encodeURIComponent(hostile)}`,
  );
  const note = watched.getByRole("status").filter({ hasText: "means nothing" });
  for (const name of [
    "layer.pDrop = “9”",
    "layer.constructor = “1”",
    'layer.generator = “"><img',
  ]) {
    await expect(note).toContainText(name);
  }
  await expect(pDrop(watched)).toHaveValue("0.5");
  await expect(layer(watched).getByLabel("Seed")).toHaveValue("3");
  await expect(watched).toHaveTitle(/Dropout/);
  await note.getByRole("button", { name: "Dismiss" }).focus();
  await watched.keyboard.press("Enter");
  await expect(note).toHaveCount(0);
  // Where the note was, not at the page's start.
  await expect(watched.getByRole("status").and(watched.locator("header > :focus"))).toHaveCount(1);
});

test("settings of no figure are said, other parameters are not", async ({ watched }) => {
  await watched.goto("./?laier.seed=3&utm_source=mail");
  const note = watched.getByRole("status").filter({ hasText: "means nothing" });
  await expect(note).toContainText("laier.seed = “3”");
  await expect(note).not.toContainText("utm");
  await watched.goto("./?figure=layer&controls=maybe&counts.seed=1");
  await expect(note).toContainText("controls = “maybe”");
  await expect(note).not.toContainText("counts");
  await expect(layer(watched).getByLabel("Seed")).toBeAttached();
});

test("a link leads to the figure that it ends in, the contents to each section", async ({
  watched,
}) => {
  await watched.goto("./?layer.seed=3#layer");
  await expect(layer(watched)).toBeInViewport();
  const [opening, ...links] = await watched.getByRole("navigation").getByRole("link").all();
  expect(links.length).toBeGreaterThan(7);
  for (const link of links) {
    await link.click();
    const heading = watched.locator((await link.getAttribute("href"))!);
    await expect(heading).toBeInViewport();
    await expect(heading).toContainText((await link.locator(".title").textContent())!);
  }
  await opening!.click();
  await expect(figure(watched, "hook")).toBeInViewport();
});

test("settings that only the core can refuse take down one figure, not the page", async ({
  watched,
}) => {
  await watched.goto("./?layer.seed=5000000000&layer.generator=numpy&counts.pDrop=0.2");
  const alert = watched.getByRole("alert").filter({ hasText: "cannot be shown" });
  await expect(alert).toContainText("seed must be a whole number from 0 to 4294967295");
  await expect(figure(watched, "counts")).toBeVisible();
  await alert.getByRole("link").click();
  await watched.waitForURL(({ search }) => search === "");
  await readOn(watched);
  await expect(layer(watched)).toBeVisible();
});

test("one convention for all sliders: the paper's p is 1 - p_drop", async ({ lesson }) => {
  await setInRail(lesson, "Probabilities", "p,");
  const keep = layer(lesson).getByLabel("p (keep)", { exact: true });
  await keep.fill("0.8");
  const parameter = (name: string) => new URL(lesson.url()).searchParams.get(name);
  await expect.poll(() => parameter("layer.pDrop")).toBe("0.2");
  expect(parameter("page.convention")).toBe("paper");
  const shown = await withDropout(lesson);
  await setInRail(lesson, "Probabilities", "p_drop,");
  await expect(pDrop(lesson)).toHaveValue("0.2");
  expect(await withDropout(lesson)).toEqual(shown);
});

test("one figure alone, with and without controls, in the theme it is given", async ({
  watched,
}) => {
  await watched.goto("./?figure=layer&layer.seed=3&theme=dark");
  await expect(watched.getByRole("figure")).toHaveCount(1);
  await expect(layer(watched).getByLabel("Seed")).toHaveValue("3");
  expect(await watched.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await watched.goto("./?figure=layer&controls=0&caption=0");
  await expect(layer(watched).getByRole("table", { name: "With dropout" })).toBeVisible();
  await expect(layer(watched).getByLabel("Seed")).toHaveCount(0);
  await expect(layer(watched).locator("figcaption")).toHaveCount(0);
  await watched.goto("./?figure=nothing");
  await expect(watched.getByRole("alert")).toContainText("no figure “nothing”");
  await expect(watched.getByRole("alert")).toContainText("layer");
});

test.describe("the dialog", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  const open = async (page: Page) => {
    await layer(page).getByRole("button", { name: "Share, save" }).click();
    return page.getByRole("dialog");
  };
  const text = async (download: Promise<Download>) =>
    readFile(await (await download).path(), "utf8");

  test("copies a link, and a snippet that shows the figure in another page", async ({
    lesson,
    context,
  }) => {
    await openSettings(layer(lesson));
    await layer(lesson).getByLabel("Seed").fill("3");
    const dialog = await open(lesson);
    await dialog.getByRole("button", { name: "Copy" }).first().click();
    const link = await lesson.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).toBe("?layer.seed=3");
    expect(new URL(link).hash).toBe("#layer");

    await dialog.getByLabel("with controls").uncheck();
    await dialog.getByRole("button", { name: "Copy" }).click();
    const snippet = await lesson.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    await other.setContent(snippet);
    const frame = other.frameLocator("iframe");
    await expect(frame.getByRole("table", { name: "With dropout" })).toBeVisible();
    await expect(frame.getByLabel("Seed")).toHaveCount(0);
  });

  test("opens after all when the network comes back", async ({ page, context }) => {
    await page.goto("./?figure=layer");
    await expect(layer(page)).toBeVisible();
    await context.setOffline(true);
    const dialog = await open(page);
    const missing = layer(page).getByRole("alert").filter({ hasText: "could not be fetched" });
    await expect(missing).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await context.setOffline(false);
    await open(page);
    await expect(dialog).toHaveCSS("padding", "20px"); // its styles are there, too
    await expect(missing).toHaveCount(0);
  });

  test("closes by Escape and by its button, and gives the focus back", async ({ alone }) => {
    const dialog = await open(alone);
    await expect(dialog).toBeVisible();
    await alone.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(layer(alone).getByRole("button", { name: "Share, save" })).toBeFocused();
    await open(alone);
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toHaveCount(0);
  });

  test("saves numbers with all their digits", async ({ alone }) => {
    const dialog = await open(alone);
    const download = alone.waitForEvent("download");
    const row = dialog.getByRole("listitem").filter({ hasText: "with-dropout" });
    await row.getByRole("button", { name: "CSV" }).click();
    const [header, ...rows] = (await text(download)).trim().split("\r\n");
    expect(header).toBe("unit 1,unit 2,unit 3,unit 4");
    const expected = await alone.evaluate(
      () =>
        window.dropout.layer({
          generator: "torch-intel",
          seed: 12,
          inputs: 3,
          outputs: 4,
          samples: 5,
          p_drop: 0.5,
        }).dropped_output,
    );
    expect(rows.map((line) => line.split(",").map(Number))).toEqual(expected);
  });

  testOf("four-subnetworks")("saves pictures that stand for themselves", async ({ alone }) => {
    await figure(alone, "four-subnetworks").getByRole("button", { name: "Share, save" }).click();
    const dialog = alone.getByRole("dialog");
    const row = dialog.getByRole("listitem").filter({ hasText: "four subnetworks" }).last();
    const asSvg = alone.waitForEvent("download");
    await row.getByRole("button", { name: "SVG" }).click();
    const svg = await text(asSvg);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toMatch(/var\(|class=|<style|<script/);
    const asPng = alone.waitForEvent("download");
    await row.getByRole("button", { name: "PNG" }).click();
    const png = await readFile(await (await asPng).path());
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(900); // pixels wide
  });
});
