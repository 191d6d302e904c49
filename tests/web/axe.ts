// Axe, which looks for what keeps readers out.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules that are broken on the page, or in what the selector `within` finds, and where. */
export async function violations(page: Page, within?: string): Promise<string[]> {
  // A third of the time: nothing is told of elements that break no rule, and no second page is opened
  // to put results together, as those of frames from other origins would need.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
