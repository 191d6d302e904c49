// The opening's figure, as tests of the whole page see it.
import type { Locator, Page } from "@playwright/test";
import { figure } from "./page";

/** Written beside its line once the core is there. */
export const whole = (page: Page): Locator =>
  figure(page, "hook").getByText("whole network", { exact: true });

/** "mean of 12 masks": how many have struck. In narrow windows, it is not written. */
export const struck = (page: Page): Locator =>
  figure(page, "hook").getByText(/^mean of \d+ masks?$/);

export const numberIn = (text: string): number => Number(/\d+/.exec(text)![0]);
