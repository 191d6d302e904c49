// Axe, which looks for what keeps readers out.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

async function found(axe: AxeBuilder): Promise<string[]> {
  // A third of the time: no second page is opened to put results together, as those of frames from
  // other origins would need.
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

// Nothing is told of elements that break no rule.
const resultTypes: ["violations"] = ["violations"];

/** The rules that are broken on the page, or in what the selector `within` finds, and where. */
export function violations(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes });
  return found(within ? axe.include(within) : axe);
}

/** What has too little contrast: all that another colour scheme changes. */
export const lowContrast = (page: Page): Promise<string[]> =>
  found(new AxeBuilder({ page }).options({ resultTypes, runOnly: ["color-contrast"] }));
