// Screen readers hear that training runs, in every figure that trains when it is asked to.
import { expect } from "@playwright/test";
import { test } from "./inputs";

const starts: Record<string, string> = {
  training: "training.epochs=2000&training.updates=all",
  sweep: "sweep.isStarted=1&sweep.repeats=10",
  "trained-averages": "trained-averages.isTrained=1&trained-averages.epochs=1000",
  uncertainty: "uncertainty.isTrained=1&uncertainty.epochs=1000",
};

for (const [name, settings] of Object.entries(starts)) {
  test(`${name} says that it trains`, async ({ page }) => {
    await page.goto(`./?figure=${name}&${settings}`);
    const status = page.locator("figure > [role=status]");
    await expect(status).toHaveText(/^Training( has started\.|: \d+% done\.)$/);
  });
}
