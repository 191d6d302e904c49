// Screen readers hear that training runs, in every figure that trains when it is asked to.
import { expect } from "@playwright/test";
import { test } from "./inputs";
import { figure, readOn } from "./page";

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

test("only figures that somebody has used are heard", async ({ page }) => {
  await page.goto("./");
  await readOn(page);
  const heard = page.locator("figure > [role=status][aria-live=polite]");
  await expect(page.locator("figure > [role=status]").nth(5)).toBeAttached();
  await expect(heard).toHaveCount(0);
  await figure(page, "layer").getByRole("button", { name: "Share, save" }).focus();
  await page.keyboard.press("Shift");
  await expect(heard).toHaveCount(1);
  await expect(figure(page, "layer").locator("> [aria-live=polite]")).toHaveCount(1);
});
