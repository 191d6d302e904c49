// Every figure alone, in each of its states: axe, and what a fingertip and a phone need.
import { violations } from "./axe";
import { openAll, states } from "./figure_states";
import { expect, test } from "./page";

for (const [name, queries] of Object.entries(states)) {
  test(`axe finds nothing in any state of ${name}, light or dark`, async ({ watched }) => {
    test.slow();
    for (const theme of ["light", "dark"]) {
      for (const query of queries) {
        await test.step(`${theme} ${query}`, async () => {
          await watched.goto(`./?figure=${name}${query}&theme=${theme}`);
          await expect(watched.getByRole("figure")).toBeVisible();
          await openAll(watched);
          expect(await violations(watched)).toEqual([]);
        });
      }
      await test.step(`${theme}, an error`, async () => {
        const box = watched.locator("figure input[type=text]").first();
        await box.fill("abc");
        await box.press("Enter");
        expect(await violations(watched)).toEqual([]);
      });
      await test.step(`${theme}, the dialog`, async () => {
        await watched.getByRole("button", { name: "Share, save" }).click();
        await expect(watched.getByRole("dialog")).toBeVisible();
        expect(await violations(watched)).toEqual([]);
      });
    }
  });

  test(`${name} fits phones, and fingertips`, async ({ watched }) => {
    for (const width of [320, 375]) {
      // 320 x 256 is also what a window of 1280 x 1024 has at 400 %.
      await watched.setViewportSize({ width, height: 256 });
      for (const query of queries) {
        await watched.goto(`./?figure=${name}${query}`);
        await expect(watched.getByRole("figure")).toBeVisible();
        await openAll(watched);
        const widest = await watched.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, `${width} ${query}`).toBeLessThanOrEqual(width);
        // Those in a label are pressed by it. In the text, links are as small as the text.
        const small = await watched
          .locator("button, select, input, textarea, summary, [role=switch]")
          .filter({ visible: true })
          .evaluateAll((elements) =>
            elements
              .map((element) => (element as HTMLInputElement).closest("label") ?? element)
              .map((element) => ({ element, box: element.getBoundingClientRect() }))
              .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
              .map(
                ({ element, box }) =>
                  `${element.outerHTML.slice(0, 80)} ${box.width} ${box.height}`,
              ),
          );
        expect(small, `${width} ${query}`).toEqual([]);
      }
    }
  });
}
