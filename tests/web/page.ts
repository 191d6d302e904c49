import { expect, type Locator, type Page } from "@playwright/test";
import { test as base } from "./inputs";
import type { Dropout } from "../../web/src/api/dropout";

declare global {
  interface Window {
    dropout: Dropout;
  }
}

/** The sections after the opening come when a reader gives a sign: here it is. */
export async function readOn(page: Page) {
  await page.mouse.move(1, 1);
  await expect(page.getByRole("contentinfo")).toBeVisible();
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "false");
}

/**
 * `watched` is a page that is still to be opened, `lesson` the lesson, opened and read on. At the end
 * of every test: no console error, no request to another origin.
 */
export const test = base.extend<{ watched: Page; lesson: Page }>({
  watched: async ({ page, baseURL }, use) => {
    const problems: string[] = [];
    page.on("console", (message) => {
      const isProblem = message.type() === "error" || message.type() === "warning";
      // The configuration blocks it, and only hosting.spec.ts lets it be.
      const isBlocked = message.text() === "Service Worker registration blocked by Playwright";
      if (isProblem && !isBlocked) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL!)) problems.push(`request to ${request.url()}`);
    });
    await use(page);
    expect(problems).toEqual([]);
  },
  lesson: async ({ watched }, use) => {
    await watched.goto("./");
    await readOn(watched);
    await use(watched);
  },
});

/** For tests of one figure: `alone` shows nothing else, which takes a tenth of the lesson's time. */
export const testOf = (name: string) =>
  test.extend<{ alone: Page }>({
    alone: async ({ watched }, use) => {
      await watched.goto(`./?figure=${name}`);
      await expect(figure(watched, name)).toBeVisible();
      await use(watched);
    },
  });

export { expect };

export const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);

const menu = (page: Page) => page.getByRole("button", { name: "Contents and display" });

/** Does something with what the rail has, which narrow windows fold away. */
export async function inRail(page: Page, act: (rail: Locator) => Promise<void>) {
  const isFolded = await menu(page).isVisible();
  if (isFolded) await menu(page).click();
  await act(page.getByRole("navigation"));
  if (isFolded) await page.keyboard.press("Escape");
}

/** Presses the rail's button that goes through several states, until it is in this one. */
export const setInRail = (page: Page, setting: "Colours" | "Probabilities", state: string) =>
  inRail(page, async (rail) => {
    const button = rail.getByRole("button", { name: `${setting}: ` });
    const name = () => button.getAttribute("aria-label");
    await expect(button).toBeVisible();
    while (!(await name())!.startsWith(`${setting}: ${state}`)) {
      const before = await name();
      await button.click();
      await expect(button).not.toHaveAttribute("aria-label", before!);
    }
  });

/** Unfolds the controls that are not at hand at first. */
export async function openSettings(of: Locator) {
  const settings = of.locator("details", { has: of.page().getByText("Settings", { exact: true }) });
  if ((await settings.getAttribute("open")) === null) await settings.locator("summary").click();
}

/** The names of all figures, as the page at `address` gives them. */
export async function figureNames(page: Page, address: string): Promise<string[]> {
  await page.goto(`${address}?figure=none`);
  const words = await page.getByRole("alert").innerText();
  return words.replace(/^.*: /, "").replace(/\.$/, "").split(", ");
}

/** The numbers of a table, row by row, as they are printed. */
export async function rowsOf(table: Locator): Promise<string[]> {
  await expect(table).toBeVisible();
  const rows = await table.locator("tbody tr").all();
  return Promise.all(rows.map(async (row) => (await row.locator("td").allInnerTexts()).join(" ")));
}
