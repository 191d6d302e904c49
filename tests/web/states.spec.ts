// Every figure alone, in each of its states: for every screen, hand and eye.
import type { Page } from "@playwright/test";
import { lowContrast, violations } from "./axe";
import { openAll, states } from "./figure_states";
import { expect, test } from "./page";
import { problemsAt, spaceText, widths } from "./sideways";

// Pixels, less what rounding takes.
const fingertip = 43.9;

/** What is smaller than a fingertip. */
const small = (page: Page) =>
  page
    .locator("button, select, input, textarea, summary, [role=switch]")
    .filter({ visible: true })
    .evaluateAll(
      (elements, fingertip) =>
        elements
          // Those in a label are pressed by it. In the text, links are as small as the text.
          .map((element) => (element as HTMLInputElement).closest("label") ?? element)
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box: { width, height } }) => Math.min(width, height) < fingertip)
          .map(
            ({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width} ${box.height}`,
          ),
      fingertip,
    );

/** Which parts of a picture are pressed in the same place. */
const overlapping = (page: Page) =>
  page.locator("[role=switch] .target").evaluateAll((elements) => {
    const targets = elements.map((element) => ({
      name: element.parentElement!.ariaLabel,
      box: element.getBoundingClientRect(),
    }));
    const shared = (a: DOMRect, b: DOMRect) =>
      Math.min(
        Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
      );
    return targets.flatMap((one, i) =>
      targets
        .slice(i + 1)
        .filter(({ box }) => shared(one.box, box) > 0.1)
        .map(({ name }) => `${one.name} and ${name}`),
    );
  });

for (const [name, queries] of Object.entries(states)) {
  for (const [i, query] of queries.entries()) {
    test(`${name}, state ${i + 1}, is whole and reachable`, async ({ watched }) => {
      await watched.goto(`./?figure=${name}${query}&theme=light`);
      await expect(watched.getByRole("figure")).toBeVisible();
      await openAll(watched);
      expect(await violations(watched)).toEqual([]);
      await watched.evaluate(() => (document.documentElement.dataset.theme = "dark"));
      expect(await lowContrast(watched)).toEqual([]);

      for (const width of [...widths, 1280]) {
        expect(await problemsAt(watched, width), `${width} px`).toEqual([]);
        expect(await small(watched), `${width} px`).toEqual([]);
        expect(await overlapping(watched), `${width} px`).toEqual([]);
      }
      await spaceText(watched);
      for (const width of widths) {
        expect(await problemsAt(watched, width), `${width} px, spaced`).toEqual([]);
      }
    });
  }

  test(`${name} explains an error to everybody`, async ({ watched }) => {
    const first = watched.locator("figure input[type=text]").first();
    // Some have nothing to type into at first.
    for (const query of queries) {
      await watched.goto(`./?figure=${name}${query}&theme=light`);
      await expect(watched.getByRole("figure")).toBeVisible();
      await openAll(watched);
      if ((await first.count()) > 0) break;
    }
    // What is wrong may bring other fields before it.
    const box = watched.locator(`[id="${await first.getAttribute("id")}"]`);
    await box.fill("abc");
    await box.press("Enter");
    await expect(box).toHaveAttribute("aria-invalid", "true");
    expect(await violations(watched)).toEqual([]);
    await watched.evaluate(() => (document.documentElement.dataset.theme = "dark"));
    expect(await lowContrast(watched)).toEqual([]);
  });
}
