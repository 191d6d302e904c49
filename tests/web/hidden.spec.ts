// A tab that nobody looks at gets no frames and slow timers, or none at all: nothing is lost by it.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { numberIn, struck } from "./opening_figure";
import { expect, figure, test as base } from "./page";

declare global {
  interface Window {
    setHidden: (isHidden: boolean) => void;
  }
}

/** Ways in which a tab is put aside, and comes back. */
interface Aside {
  leave(): Promise<void>;
  /** Long enough for a page that took notice to fall behind. */
  stay(): Promise<void>;
  comeBack(): Promise<void>;
}

/** The rules of browsers for a tab in the background: no frames, timers once a second at most. */
function obeyTheRules() {
  let isHidden = false;
  const waiting: FrameRequestCallback[] = [];
  Object.defineProperty(document, "hidden", { get: () => isHidden });
  Object.defineProperty(document, "visibilityState", {
    get: () => (isHidden ? "hidden" : "visible"),
  });
  const { requestAnimationFrame: frame, setTimeout: timeout } = window;
  window.requestAnimationFrame = (callback) => {
    if (!isHidden) return frame(callback);
    waiting.push(callback);
    return 0;
  };
  window.setTimeout = ((call: () => void, milliseconds = 0) =>
    timeout(call, isHidden ? Math.max(1000, milliseconds) : milliseconds)) as typeof setTimeout;
  window.setHidden = (now) => {
    isHidden = now;
    document.dispatchEvent(new Event("visibilitychange"));
    if (!now) waiting.splice(0).forEach((callback) => frame(callback));
  };
}

const test = base.extend<{ hidden: Aside; frozen: Aside }>({
  hidden: async ({ page }, use) => {
    await page.addInitScript(obeyTheRules);
    await use({
      leave: () => page.evaluate(() => window.setHidden(true)),
      // Of its slow timers, two.
      stay: () =>
        page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve)))),
      comeBack: () => page.evaluate(() => window.setHidden(false)),
    });
  },
  // What Chromium itself does after some minutes.
  frozen: async ({ page, context }, use) => {
    const devtools = await context.newCDPSession(page);
    const set = async (state: "frozen" | "active") => {
      await devtools.send("Page.setWebLifecycleState", { state });
    };
    await use({
      leave: () => set("frozen"),
      // Nothing happens in it that could be waited for.
      stay: () => new Promise((resolve) => setTimeout(resolve, 2500)),
      comeBack: () => set("active"),
    });
  },
});

const training = (page: Page) => figure(page, "training");
const settings = "training.samples=40&training.units=16,8&training.pDrop=0.2&training.epochs=40";

/** The curves of a whole run, with and without dropout, as the page saves them. */
async function curves(page: Page): Promise<string[]> {
  await expect(training(page).getByRole("slider", { name: "epoch", exact: true })).toHaveValue(
    "1000",
  );
  await training(page).getByRole("button", { name: "Share, save" }).click();
  const texts: string[] = [];
  for (const name of ["without", "with"]) {
    const download = page.waitForEvent("download");
    await page
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: `${name}-dropout-curves` })
      .getByRole("button", { name: "CSV" })
      .click();
    texts.push(await readFile(await (await download).path(), "utf8"));
  }
  return texts;
}

async function trainWith({ leave, stay, comeBack }: Aside, page: Page) {
  await page.goto(`./?figure=training&${settings}&training.updates=all`);
  const undisturbed = await curves(page);
  await page.goto(`./?figure=training&${settings}&training.speed=slow`);
  await expect(training(page)).toContainText(/After [3-9] epochs/);
  await leave();
  await stay();
  await comeBack();
  expect(await curves(page)).toEqual(undisturbed);
}

test("training that was hidden comes to the same", ({ hidden, page }) => trainWith(hidden, page));
test("training that was frozen comes to the same", ({ frozen, page }) => trainWith(frozen, page));

/** How many masks had struck, each time that the opening said another number. */
async function watchMasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const now = Number(/mean of (\d+) mask/.exec(document.body.textContent!)?.[1]);
      if (now && seen.at(-1) !== now) seen.push(now);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, "seen") as number[]);
}

// A busy machine draws late: of the first masks, two at a time at most.
const mostAtOnce = 2;

test("what plays waits while it is hidden, and goes on from there", async ({ hidden, page }) => {
  await page.goto("./?figure=hook");
  await expect(struck(page)).toHaveText(/ [2-9] masks/);
  await hidden.leave();
  const left = numberIn((await struck(page).textContent())!);
  await page.waitForTimeout(3000); // some masks long, in which nothing may happen
  await expect(struck(page)).toHaveText(`mean of ${left} masks`);
  const seen = await watchMasks(page);
  await hidden.comeBack();
  await expect.poll(seen).not.toEqual([]);
  expect((await seen())[0]).toBeLessThanOrEqual(left + mostAtOnce);
});

test("a story that was frozen goes on, step by step", async ({ frozen, page }) => {
  await page.goto("./?figure=hook");
  await expect(struck(page)).toHaveText(/ [2-9] masks/);
  const seen = await watchMasks(page);
  await frozen.leave();
  await frozen.stay();
  await frozen.comeBack();
  await expect.poll(async () => (await seen()).length).toBeGreaterThan(3);
  const masks = (await seen()).slice(0, 4);
  const steps = masks.slice(1).map((mask, i) => mask - masks[i]!);
  expect(Math.min(...steps), `steps ${steps}`).toBeGreaterThan(0);
  expect(Math.max(...steps), `steps ${steps}`).toBeLessThanOrEqual(mostAtOnce);
});

test("networks that learn while they are hidden come to the same", async ({ hidden, page }) => {
  test.slow();
  const errors = () => figure(page, "why").getByRole("cell").allInnerTexts();
  const updates = figure(page, "why").getByText(/of 2,000 updates/);
  const finish = () => expect(updates).toHaveText(/2,000 of 2,000/);
  await page.goto("./?figure=why");
  await finish();
  const undisturbed = await errors();
  await page.goto("./?figure=why");
  await expect(updates).toHaveText(/\b[1-9]\d* of 2,000/);
  await hidden.leave();
  await hidden.stay();
  await hidden.comeBack();
  await finish();
  expect(await errors()).toEqual(undisturbed);
});
