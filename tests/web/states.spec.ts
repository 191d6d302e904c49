// Every figure alone, in each of its states: axe, and what a fingertip and a phone need.
import { openAll, states, violations } from "./figure_states";
import { expect, test } from "./page";

for (const [name, queries] of Object.entries(states)) {
  test(`axe finds nothing in any state of ${name}, light or dark`, async ({ lesson }) => {
    test.slow();
    for (const theme of ["light", "dark"]) {
      for (const query of queries) {
        await test.step(`${theme} ${query}`, async () => {
          await lesson.goto(`./?figure=${name}${query}&theme=${theme}`);
          await expect(lesson.getByRole("figure")).toBeVisible();
          await openAll(lesson);
          expect(await violations(lesson)).toEqual([]);
        });
      }
      await test.step(`${theme}, an error`, async () => {
        const box = lesson.locator("figure input[type=text]").first();
        await box.fill("abc");
        await box.press("Enter");
        expect(await violations(lesson)).toEqual([]);
      });
      await test.step(`${theme}, the dialog`, async () => {
        await lesson.getByRole("button", { name: "Share, save" }).click();
        await expect(lesson.getByRole("dialog")).toBeVisible();
        expect(await violations(lesson)).toEqual([]);
      });
    }
  });

  test(`${name} fits phones, and fingertips`, async ({ lesson }) => {
    for (const width of [320, 375]) {
      // 320 x 256 is also what a window of 1280 x 1024 has at 400 %.
      await lesson.setViewportSize({ width, height: 256 });
      for (const query of queries) {
        await lesson.goto(`./?figure=${name}${query}`);
        await expect(lesson.getByRole("figure")).toBeVisible();
        await openAll(lesson);
        const widest = await lesson.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, `${width} ${query}`).toBeLessThanOrEqual(width);
        // Those in a label are pressed by it. In the text, links are as small as the text.
        const small = await lesson
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
