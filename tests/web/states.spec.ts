// Every figure alone, in each of its states: axe, and what a fingertip and a phone need.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";

const own = JSON.stringify({
  network: {
    input_p_drop: 0.1,
    layers: [
      { weight: [[1], [2]], bias: [0, 0], activation: "relu", p_drop: 0.2 },
      { weight: [[1, -2]], bias: [0.5], activation: "sigmoid", p_drop: 0 },
    ],
  },
  input: [1],
  output: 0,
});

/** What stands after "?figure=" in the address. */
const states: Record<string, string[]> = {
  hook: ["", "&hook.mask=12&hook.pDrop=0.2"],
  why: ["&why.updates=0", "&why.updates=9&why.samples=40"],
  subnetworks: [
    "",
    "&subnetworks.step=0",
    "&subnetworks.step=4&subnetworks.switched=0/0",
    "&subnetworks.step=5",
  ],
  counts: ["", "&counts.masks=0&counts.pDrop=0", "&counts.units=1,1000"],
  layer: ["", "&layer.language=numpy", "&layer.language=keras&layer.pDrop=0"],
  die: ["", "&die.rolls=1"],
  scaling: [
    "&scaling.scope=layer",
    "&scaling.bug=multiplied-by-p-drop&scaling.pDrop=0.5",
    "&scaling.bug=scaled-twice",
    "&scaling.bug=left-on",
    "&scaling.pDrop=0",
  ],
  "four-subnetworks": [
    "",
    "&four-subnetworks.step=0",
    "&four-subnetworks.step=2",
    "&four-subnetworks.pDrop=0",
  ],
  averages: [
    "",
    "&averages.outputActivation=sigmoid&averages.showsWrongAverage=1",
    "&averages.hiddenLayers=two&averages.outputActivation=softmax&averages.units=3,3",
    "&averages.hiddenLayers=two&averages.outputActivation=sigmoid&averages.units=60,60",
    `&averages.own=${encodeURIComponent(own)}`,
  ],
  gradients: [
    "",
    "&gradients.step=0",
    "&gradients.step=2&gradients.weight=1/0/2",
    "&gradients.updates=2&gradients.weight=0/1/b",
  ],
};

async function openAll(page: Page) {
  for (;;) {
    const closed = page.locator("details:not([open]) > summary").filter({ visible: true });
    if ((await closed.count()) === 0) return;
    await closed.first().click();
  }
}

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

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
