// What is wider than its place, and whether readers can tell and get there.
import type { Page } from "@playwright/test";

/** Of phones, and of a window that a tablet has. */
export const widths = [320, 375, 768];

/** As WCAG's criterion 1.4.12 has it: text that readers have spaced out. */
export function spaceText(page: Page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
           word-spacing: 0.16em !important }
       p { margin-bottom: 2em !important }`,
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** What is cut off, or can be scrolled to without a sign of that or without a mouse only. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Two frames: what observes sizes has seen the newest ones then.
    for (let i = 0; i < 2; ++i) await new Promise((next) => requestAnimationFrame(next));
    const problems: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) problems.push(`the page is ${scrollWidth} px wide`);
    const all = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
      (element) => !(element instanceof SVGElement) && !element.closest(".visually-hidden, dialog"),
    );
    const isClosed = (element: Element) => element.closest("details:not([open])") !== null;
    for (const element of all) {
      const name = `${element.tagName} “${element.textContent.trim().slice(0, 40)}”`;
      const { overflowX } = getComputedStyle(element);
      const hidden = element.scrollWidth - element.clientWidth;
      // What is typed into scrolls by itself.
      if (element.matches("input, textarea") || isClosed(element)) continue;
      if (["auto", "scroll"].includes(overflowX)) {
        const isReachable =
          element.tabIndex === 0 &&
          ["group", "region"].includes(element.role ?? "") &&
          Boolean(element.ariaLabel?.trim());
        const hasTabIndex = element.hasAttribute("tabindex");
        const sign = (pseudo: string) =>
          getComputedStyle(element.parentElement!, pseudo).backgroundImage.includes("gradient");
        const { scrollLeft } = element;
        if (hidden > 0 && !isReachable) problems.push(`${name} scrolls, but not by keyboard`);
        if (hidden <= 0 && hasTabIndex) problems.push(`${name} takes the focus for nothing`);
        if (sign("::after") !== scrollLeft < hidden) problems.push(`${name}: its right edge`);
        if (sign("::before") !== scrollLeft > 0) problems.push(`${name}: its left edge`);
      } else if (overflowX !== "visible" && hidden > 0) {
        problems.push(`${name} is cut off`);
      }
      if (element instanceof HTMLTableElement || element instanceof MathMLElement) {
        const place = element.parentElement!.getBoundingClientRect();
        const isScrolled = element.closest("[role=group][tabindex='0']") !== null;
        const sticksOut = element.getBoundingClientRect().right - place.right;
        if (sticksOut > 1 && !isScrolled) problems.push(`${name} sticks out by ${sticksOut} px`);
      }
    }
    return problems;
  });
}

/** Names of options that their select does not show whole where they are chosen. */
function cutOptions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selects = [...document.querySelectorAll("select")].filter(
      (select) => select.clientWidth > 0,
    );
    return selects.flatMap((select) => {
      // The name that is shown lies on the select, which has none of its own.
      const shown = select.parentElement!.querySelector("span")!;
      const before = shown.textContent;
      const cut = [...select.options].filter((option) => {
        shown.textContent = option.text;
        const text = document.createRange();
        text.selectNodeContents(shown);
        const name = text.getBoundingClientRect();
        const box = select.getBoundingClientRect();
        // The arrow is at the right.
        const isWhole =
          name.left >= box.left + 4 &&
          name.right <= box.right - 16 &&
          name.top >= box.top &&
          name.bottom <= box.bottom;
        return !isWhole;
      });
      shown.textContent = before;
      return cut.map(({ text }) => text);
    });
  });
}

/** Both, in a window of this width. */
export async function problemsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return [...(await sideways(page)), ...(await cutOptions(page))];
}
