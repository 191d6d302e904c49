// What moves figures: what can be dragged in them, and their trainings.
import type { Locator } from "@playwright/test";

/** From end to end, and back to where it was. */
async function dragSlider(slider: Locator) {
  const { x, y, width, height } = (await slider.boundingBox())!;
  const { mouse } = slider.page();
  const before = await slider.inputValue();
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  for (const share of [0.25, 0, 0.5, 1, 0.75])
    await mouse.move(x + 1 + share * (width - 2), y + height / 2, { steps: 6 });
  await mouse.up();
  await slider.fill(before);
}

/** An input of a network, on its circle: down and up. */
async function dragUpAndDown(input: Locator) {
  const { x, y, width, height } = (await input.boundingBox())!;
  const { mouse } = input.page();
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  for (const by of [60, -60]) await mouse.move(x + width / 2, y + height / 2 + by, { steps: 6 });
  await mouse.up();
}

interface Drag {
  name: string;
  /** Scrolls there. */
  reach: () => Promise<void>;
  drag: () => Promise<void>;
}

/** The sliders and inputs of a figure that can be seen. */
export async function dragsIn(figure: Locator): Promise<Drag[]> {
  const dragged = async (all: Locator, drag: (each: Locator) => Promise<void>) => {
    const seen = await all.filter({ visible: true }).all();
    return Promise.all(
      seen.map(async (each) => ({
        name: (await each.getAttribute("aria-label")) ?? "",
        reach: () => each.scrollIntoViewIfNeeded(),
        drag: () => drag(each),
      })),
    );
  };
  return [
    ...(await dragged(figure.locator(".controls input[type=range]"), dragSlider)),
    ...(await dragged(figure.locator("svg [role=slider]"), dragUpAndDown)),
  ];
}

/** Figures that train: what starts it, unless it starts by itself, and what is said at its end. */
export const trains: Record<string, { start?: string; until: RegExp }> = {
  overfitting: { until: /[0-9.]+% of 1,000 new points wrong/ },
  why: { start: "Train again", until: /2,000 of 2,000 updates/ },
  training: { until: /After [0-9]+ epochs/ },
  "trained-averages": { until: /one pass: [0-9.]+%/ },
  uncertainty: { until: /With all units on/ },
};
