import type { Page } from "@playwright/test";
import { struck, whole } from "./opening_figure";
import { expect, figure, testOf } from "./page";

const test = testOf("hook");

const hook = (page: Page) => figure(page, "hook");
const button = (page: Page, name: string) => hook(page).getByRole("button", { name, exact: true });
const unit = (page: Page, number: number) =>
  hook(page).getByRole("switch", { name: `Hidden unit ${number},` });
const input = (page: Page, number: number) =>
  hook(page).getByRole("slider", { name: `Input ${number}` });
const setting = (page: Page, name: string) => new URL(page.url()).searchParams.get(`hook.${name}`);
const text = (page: Page, words: string | RegExp) =>
  hook(page).locator("svg").getByText(words, { exact: true });

const written = (value: number) => value.toFixed(2).replace("-", "\u2212");

interface State {
  pDrop?: number;
  seed?: number;
  input?: number[];
}

/** What the core says of the opening's network, whose document is typed here once more. */
async function core(page: Page, { pDrop = 0.5, seed = 20, input = [1, 0.5] }: State = {}) {
  await expect(whole(page)).toBeVisible();
  return page.evaluate(
    async ({ pDrop, seed, input }) => {
      const { forward, keepMasks, monteCarlo, scaleWeights } = window.dropout;
      const network = (p_drop: number) => ({
        input_p_drop: 0,
        layers: [
          {
            weight: [
              [1.2, 0.4],
              [-0.4, 1.6],
              [0.5, 1],
              [1.4, 0.6],
              [0.9, -0.8],
              [0.3, 1.6],
              [0.6, -0.2],
            ],
            bias: [0.2, 0.4, 0.2, 0.3, 0.1, 0.3, 0.2],
            activation: "relu" as const,
            p_drop,
          },
          {
            weight: [[0.75, -0.5, 0.9, 0.6, -0.45, 0.5, 0.7]],
            bias: [0],
            activation: "identity" as const,
            p_drop: 0,
          },
        ],
      });
      const drawn = { generator: "torch-intel", seed, samples: 200 } as const;
      const keep_masks = keepMasks(network(pDrop), drawn);
      // Masks that only switch off: scaled by 1 - p_drop, and so by the core's masks back again.
      const masked = scaleWeights(network(pDrop));
      const inputs = Array.from({ length: 200 }, () => input);
      const { layers } = forward(network(pDrop), [input]);
      return {
        whole: layers[1]!.activation[0]![0]!,
        values: layers[0]!.activation[0]!,
        masks: keep_masks[1]!,
        outputs: forward(masked, inputs, { keep_masks }).layers[1]!.activation.map(([y]) => y!),
        means: (await monteCarlo(masked, input, drawn)).running_mean.map(([mean]) => mean!),
      };
    },
    { pDrop, seed, input },
  );
}

const shownMask = (page: Page) =>
  hook(page)
    .getByRole("switch")
    .evaluateAll((units) => units.map((unit) => (unit.ariaChecked === "true" ? 1 : 0)));

test("the whole network answers first, then masks strike, and the mean misses it", async ({
  watched,
}) => {
  await watched.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const units = [...document.querySelectorAll("#hook [role=switch]")];
      const count = /mean of (\d+) mask/.exec(document.body?.textContent ?? "")?.[1] ?? "0";
      const now = `${count}: ${units.map((unit) => unit.ariaChecked).join()}`;
      if (units.length > 0 && seen.at(-1) !== now) seen.push(now);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await watched.goto("./?figure=hook");
  await expect(struck(watched)).toHaveText("mean of 200 masks");
  const { whole: answer, values, means } = await core(watched);
  expect(written(answer)).toBe("4.00");
  await expect(button(watched, "Run again")).toBeVisible();
  expect(await shownMask(watched)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  const seen = await watched.evaluate(() => Reflect.get(window, "seen") as string[]);
  expect(seen[0]).toBe(`0: ${Array(7).fill(true).join()}`);
  expect(seen.length).toBeGreaterThan(20);

  for (const value of values) await expect(text(watched, written(value)).first()).toBeVisible();
  await expect(hook(watched)).toContainText("This network answers 4.00. Now switch off about half");
  await expect(hook(watched).locator("circle.dot")).toHaveCount(200);
  const missing = Number(written(answer)) - Number(written(means[199]!));
  await expect(text(watched, `${written(missing)} missing`)).toBeVisible();
  await expect(hook(watched).getByText("Half the units, half the answer.")).toBeVisible();
  await expect(hook(watched).getByRole("status")).toContainText(
    `Masks: 200. Mean of their outputs ${written(means[199]!)}, whole network 4.00.`,
  );
  expect(new URL(watched.url()).search).toBe("?figure=hook");
});

test("pauses at a mask, shows it, and goes on from there", async ({ alone }) => {
  await expect(struck(alone)).toHaveText(/ [2-9] masks/);
  await button(alone, "Pause").click();
  await expect.poll(() => setting(alone, "mask")).not.toBeNull();
  const count = Number(setting(alone, "mask"));
  await alone.waitForTimeout(1500); // some masks long, in which nothing may happen
  await expect(struck(alone)).toHaveText(`mean of ${count} masks`);
  const { masks, outputs } = await core(alone);
  expect(await shownMask(alone)).toEqual(masks[count - 1]);
  await expect(text(alone, `mask ${count}`)).toBeVisible();
  await expect(text(alone, written(outputs[count - 1]!)).first()).toBeVisible();
  await button(alone, "Continue").click();
  await expect.poll(() => setting(alone, "mask")).toBeNull();
  await expect(struck(alone)).not.toHaveText(`mean of ${count} masks`);
  await alone.goBack();
  await expect(struck(alone)).toHaveText(`mean of ${count} masks`);
  await expect(button(alone, "Continue")).toBeVisible();
});

test("stands still for readers who want little motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  await expect(struck(page)).toHaveText("mean of 1 mask");
  await page.waitForTimeout(1500); // some masks long, in which nothing may happen
  await expect(struck(page)).toHaveText("mean of 1 mask");
  expect(new URL(page.url()).search).toBe("");
  await button(page, "Next mask").click();
  await expect(struck(page)).toHaveText("mean of 2 masks");
  const { masks } = await core(page);
  expect(await shownMask(page)).toEqual(masks[1]);
  await button(page, "All 200").click();
  await expect(struck(page)).toHaveText("mean of 200 masks");
  await expect(hook(page).getByText("Half the units, half the answer.")).toBeVisible();
  await button(page, "Run again").click();
  await expect(struck(page)).toHaveText("mean of 1 mask");
});

for (const [hand, press] of [
  ["click", (page: Page) => unit(page, 3).click()],
  ["Enter", (page: Page) => unit(page, 3).press("Enter")],
  ["Space", (page: Page) => unit(page, 3).press(" ")],
] as const) {
  test(`units make the reader's own mask: ${hand}`, async ({ watched }) => {
    await watched.goto("./?figure=hook&hook.mask=200");
    await expect(unit(watched, 3)).toBeChecked();
    await press(watched);
    await expect(unit(watched, 3)).not.toBeChecked();
    const output = await watched.evaluate(async () => {
      const network = {
        input_p_drop: 0,
        layers: [
          { weight: [[1, 0]], bias: [0], activation: "identity" as const, p_drop: 0 },
          { weight: [[1]], bias: [0], activation: "identity" as const, p_drop: 0 },
        ],
      };
      return window.dropout.forward(network, [[4 - 1.2 * 0.9, 0]]).layers[1]!.activation[0]![0]!;
    });
    await expect(text(watched, written(output))).toBeVisible();
    await expect(text(watched, "your mask")).toBeVisible();
    await expect.poll(() => setting(watched, "own")).toBe("1101111");
    await expect(hook(watched).getByRole("status")).toContainText("Your mask keeps 6 of 7 units");
    await press(watched);
    await expect(unit(watched, 3)).toBeChecked();
    await expect.poll(() => setting(watched, "own")).toBe("1111111");
    await watched.goBack();
    await expect(unit(watched, 3)).not.toBeChecked();
  });
}

test("inputs are dragged, and moved by arrows", async ({ watched }) => {
  await watched.goto("./?figure=hook&hook.mask=200");
  const box = (await input(watched, 2).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await watched.mouse.move(x, y);
  await watched.mouse.down();
  await watched.mouse.move(x, y - 22, { steps: 4 });
  await watched.mouse.up();
  await expect(input(watched, 2)).toHaveAttribute("aria-valuenow", "0.7");
  await input(watched, 1).press("ArrowDown");
  await expect(input(watched, 1)).toHaveAttribute("aria-valuenow", "0.95");
  await expect.poll(() => setting(watched, "input")).toBe("0.95,0.7");
  const { whole: answer, means, values } = await core(watched, { input: [0.95, 0.7] });
  await expect(hook(watched).getByRole("status")).toContainText(
    `Mean of their outputs ${written(means[199]!)}, whole network ${written(answer)}.`,
  );
  await expect(text(watched, written(values[3]!)).first()).toBeVisible();
  await input(watched, 1).press("Home");
  for (let i = 0; i < 25; ++i) await input(watched, 1).press("ArrowUp");
  await expect(input(watched, 1)).toHaveAttribute("aria-valuenow", "1");
});

test("a unit that is looked at shows its arithmetic", async ({ watched }) => {
  await watched.goto("./?figure=hook&hook.mask=200&hook.own=1011111");
  const { values } = await core(watched);
  await unit(watched, 1).hover();
  for (const words of ["value", "mask", "weight", "adds"]) {
    await expect(text(watched, words)).toBeVisible();
  }
  await expect(text(watched, written(values[0]!))).toHaveCount(2);
  await expect(text(watched, "1.20").last()).toBeVisible(); // 1.6 times 0.75
  await unit(watched, 2).focus();
  await watched.keyboard.press("Tab");
  await watched.keyboard.press("Shift+Tab");
  await expect(text(watched, written(values[1]!))).toBeVisible();
  await expect(text(watched, "\u22120.50")).toBeVisible();
});

test("dots show their masks", async ({ watched }) => {
  await watched.goto("./?figure=hook&hook.mask=200");
  const { masks, outputs } = await core(watched);
  const dots = hook(watched).getByRole("slider", { name: "Masks, one by one" });
  await dots.press("ArrowDown");
  await expect(dots).toHaveAttribute("aria-valuenow", "199");
  expect(await shownMask(watched)).toEqual(masks[198]);
  await expect(text(watched, "mask 199")).toBeVisible();
  await expect(dots).toHaveAttribute(
    "aria-valuetext",
    `Mask 199: ${masks[198]!.filter(Boolean).length} of 7 units kept, output ${written(outputs[198]!)}`,
  );
  for (const [key, mask] of [
    ["PageDown", 189],
    ["Home", 1],
    ["ArrowDown", 1],
    ["PageUp", 11],
    ["End", 200],
    ["ArrowRight", 200],
  ] as const) {
    await dots.press(key);
    await expect(dots).toHaveAttribute("aria-valuenow", String(mask));
    expect(await shownMask(watched)).toEqual(masks[mask - 1]);
  }
  const box = (await hook(watched).locator("circle.dot").nth(40).boundingBox())!;
  await watched.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(text(watched, "mask 41")).toBeVisible();
  expect(await shownMask(watched)).toEqual(masks[40]);
  const same = masks.filter((mask) => mask.join() === masks[40]!.join()).length;
  await expect(hook(watched).locator("circle.dot.dark")).toHaveCount(same);
});

test("the dice draws other masks", async ({ watched }) => {
  await watched.emulateMedia({ reducedMotion: "reduce" });
  await watched.goto("./?figure=hook");
  await button(watched, "New masks").click();
  await expect.poll(() => setting(watched, "seed")).toBe("21");
  await button(watched, "All 200").click();
  const { means } = await core(watched, { seed: 21 });
  await expect(text(watched, written(means[199]!)).first()).toBeVisible();
});

for (const [pDrop, kept, headline] of [
  ["0", "", "Nothing switched off, nothing missing."],
  ["0.2", "80%", ""],
  ["0.95", "5%", ""],
  ["1", "", "No units, no answer."],
] as const) {
  test(`links of the first edition at p_drop ${pDrop}, and true words`, async ({ watched }) => {
    await watched.goto(`./?figure=hook&hook.mask=12&hook.pDrop=${pDrop}`);
    await expect(struck(watched)).toHaveText("mean of 12 masks");
    const { masks, means } = await core(watched, { pDrop: Number(pDrop) });
    expect(await shownMask(watched)).toEqual(masks[11]);
    await expect(button(watched, "Continue")).toBeVisible();
    await expect(hook(watched).getByText("Where will the mean come to rest?")).toBeVisible();
    await watched.goto(`./?figure=hook&hook.mask=200&hook.pDrop=${pDrop}`);
    const share = `${((means[199]! / 4) * 100).toFixed(0)}%`;
    const words = headline || `Keep ${kept} of the units, get ${share} of the answer.`;
    await expect(hook(watched).getByText(words)).toBeVisible();
    await expect(hook(watched)).toContainText(
      `The masks give ${written(means[199]!)} on average, the whole network 4.00.`,
    );
  });
}

test("settings unfold", async ({ watched }) => {
  await watched.goto("./?figure=hook&hook.mask=200");
  await hook(watched).getByText("Settings").click();
  const field = hook(watched).getByLabel("Seed");
  await expect(field).toHaveValue("20");
  await field.fill("7");
  await expect.poll(() => setting(watched, "seed")).toBe("7");
  const { means } = await core(watched, { seed: 7 });
  await expect(text(watched, written(means[199]!)).first()).toBeVisible();
});

test("nothing moves on the page while it plays", async ({ watched }) => {
  await watched.goto("./");
  await expect(whole(watched)).toBeVisible();
  await watched.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value") as number);
    }).observe({ type: "layout-shift" });
  });
  await expect(struck(watched)).toHaveText(/ [3-9]\d masks/);
  const shifts = await watched.evaluate(() => Reflect.get(window, "shifts") as number[]);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
});
