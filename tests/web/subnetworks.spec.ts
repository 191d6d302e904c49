import type { Locator, Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("subnetworks");

const subnetworks = (page: Page) => figure(page, "subnetworks");
const sample = (page: Page, number: number) =>
  subnetworks(page).getByRole("region", { name: `Sample ${number}` });
const unit = (page: Page, number: number, hidden: number) =>
  sample(page, number).getByRole("switch", { name: `Hidden unit ${hidden}` });

async function masks(page: Page): Promise<string[]> {
  return subnetworks(page).locator("code[data-testid^=mask]").allInnerTexts();
}

/** Which hidden units a diagram draws as dropped. */
async function drawnMask(diagram: Locator): Promise<string> {
  const circles = await diagram.locator("[role=switch] circle").all();
  const kept = await Promise.all(
    circles.map(async (circle) =>
      (await circle.evaluate((node) => getComputedStyle(node).strokeDasharray)) === "none" ? 1 : 0,
    ),
  );
  return kept.join(" ");
}

test("draws the masks that the core samples", async ({ alone }) => {
  const expected = await alone.evaluate(() =>
    window.dropout.masks({
      generator: "torch-intel",
      seed: 1,
      p_drop: 0.5,
      samples: 4,
      units: 4,
    }),
  );
  expect(await masks(alone)).toEqual(expected.map((row) => row.join(" ")));
  for (const [s, mask] of (await masks(alone)).entries()) {
    expect(await drawnMask(sample(alone, s + 1))).toBe(mask);
  }
});

test("another p_drop draws other masks", async ({ alone }) => {
  const before = await masks(alone);
  await subnetworks(alone).getByRole("slider", { name: "p_drop" }).fill("0.8");
  await expect.poll(() => masks(alone)).not.toEqual(before);
  await subnetworks(alone).getByLabel("p_drop", { exact: true }).fill("0");
  await expect.poll(() => masks(alone)).toEqual(Array(4).fill("1 1 1 1"));
  await expect.poll(() => drawnMask(sample(alone, 1))).toBe("1 1 1 1");
});

test("a click draws new masks, for the next seed", async ({ alone }) => {
  const before = await masks(alone);
  await subnetworks(alone).getByRole("button", { name: "New masks" }).click();
  await expect(subnetworks(alone).getByLabel("Seed")).toHaveValue("2");
  expect(await masks(alone)).not.toEqual(before);
});

test("a generator has masks of its own", async ({ alone }) => {
  const before = await masks(alone);
  await subnetworks(alone).getByLabel("Coins flipped by").selectOption("numpy");
  await expect.poll(() => masks(alone)).not.toEqual(before);
});

test("clicking a unit drops it, with its connections, and clicking again keeps it", async ({
  alone,
}) => {
  const second = unit(alone, 1, 2);
  const dotted = sample(alone, 1).locator("line.off");
  await expect(second).toHaveAccessibleName("Hidden unit 2, output 3.20");
  const connectionsOff = await dotted.count();
  await second.click();
  await expect(second).toHaveAccessibleName("Hidden unit 2, output 0");
  await expect(second).not.toBeChecked();
  await expect(dotted).toHaveCount(connectionsOff + 4);
  expect((await masks(alone))[0]).toBe("0 0 1 0");
  await second.click();
  expect((await masks(alone))[0]).toBe("0 1 1 0");
});

test("a sample without hidden units outputs the bias, as the page says", async ({ alone }) => {
  for (const hidden of [2, 3]) await unit(alone, 1, hidden).click();
  await expect(sample(alone, 1).locator("svg text").last()).toHaveText("0.50");
  await subnetworks(alone).getByRole("button", { name: "Undo my clicks" }).click();
  expect((await masks(alone))[0]).toBe("0 1 1 0");
});

test("switched units go with the masks they were switched in", async ({ alone }) => {
  await unit(alone, 1, 2).click();
  const seed = subnetworks(alone).getByLabel("Seed");
  await seed.fill("2");
  await seed.fill("1");
  await expect.poll(async () => (await masks(alone))[0]).toBe("0 1 1 0");
});

test("after the last seed comes 0", async ({ alone }) => {
  await subnetworks(alone).getByLabel("Coins flipped by").selectOption("numpy");
  await subnetworks(alone).getByLabel("Seed").fill("4294967295");
  await subnetworks(alone).getByRole("button", { name: "New masks" }).click();
  await expect(subnetworks(alone).getByLabel("Seed")).toHaveValue("0");
});

test("NumPy's masks are those of one np.random.binomial after seeding", async ({ alone }) => {
  await subnetworks(alone).getByLabel("Coins flipped by").selectOption("numpy");
  const expected = await alone.evaluate(() =>
    window.dropout.masks({ generator: "numpy", seed: 1, p_drop: 0.5, samples: 4, units: 4 }),
  );
  await expect.poll(() => masks(alone)).toEqual(expected.map((row) => row.join(" ")));
});

test("units are switched by keyboard", async ({ alone }) => {
  await unit(alone, 2, 1).focus();
  await alone.keyboard.press("Enter");
  expect((await masks(alone))[1]).toBe("0 1 0 1");
  await alone.keyboard.press("Space");
  expect((await masks(alone))[1]).toBe("1 1 0 1");
});

test("units are switches once their mask is told, and are called what they are", async ({
  alone,
}) => {
  const switches = sample(alone, 1).getByRole("switch");
  await alone.goto("./?figure=subnetworks&subnetworks.step=0");
  await expect(sample(alone, 1).getByRole("img")).toBeVisible();
  await expect(switches).toHaveCount(0);
  const next = subnetworks(alone).getByRole("button", { name: "Next" });
  await next.click();
  await expect(sample(alone, 1).getByText("0 1 1 0")).toBeVisible();
  await expect(switches).toHaveCount(0);
  await next.click();
  await expect(switches).toHaveCount(4);
  await expect(unit(alone, 1, 1)).toHaveAccessibleName("Hidden unit 1, output 0");
  await expect(unit(alone, 1, 1)).not.toBeChecked();
  await expect(unit(alone, 1, 2)).toHaveAccessibleName("Hidden unit 2, output 3.20");
  await expect(unit(alone, 1, 2)).toBeChecked();
  await expect(sample(alone, 2).getByRole("switch")).toHaveCount(0);
});

test("every number drawn is the core's", async ({ alone }) => {
  const texts = await sample(alone, 4).locator("svg text").allTextContents();
  const drawn = texts.map((text) => text.trim());
  const computed = await alone.evaluate(() => {
    const network = {
      input_p_drop: 0,
      layers: [
        {
          weight: [
            [0.5, 1, -0.5],
            [1, -0.5, 1],
            [-0.5, 1, 1],
            [1, 0.5, 0.5],
          ],
          bias: [0, 0.5, 0, -0.5],
          activation: "relu" as const,
          p_drop: 0.5,
        },
        { weight: [[1, -0.5, 0.5, 1]], bias: [0.5], activation: "identity" as const, p_drop: 0 },
      ],
    };
    const pass = window.dropout.forward(network, [[1, 0.6, 0.4]], {
      keep_masks: [[[1, 1, 1]], [[1, 0, 1, 0]]],
    });
    return [
      ...pass.dropped_inputs[0]!,
      ...pass.layers[0]!.dropped_output[0]!,
      ...pass.layers[1]!.activation[0]!,
    ];
  });
  // A dropped unit is drawn as a bare 0.
  expect(drawn).toEqual(computed.map((value) => (value === 0 ? "0" : value.toFixed(2))));
});

test.describe("bad input shows its message beside the field, and the page goes on", () => {
  const cases = [
    ["Seed", "abc", 'Seed must be a whole number, got "abc"'],
    ["Seed", "", 'Seed must be a whole number, got ""'],
    [
      "Seed",
      "1.5",
      "Seed must be a whole number from -9223372036854775808 to 18446744073709551615, got 1.5",
    ],
    ["p_drop", "2", "p_drop must be in [0, 1], got 2"],
    ["p_drop", "NaN", 'p_drop must be a number, got "NaN"'],
    ["Input f2", "1e400", "Input f2 must be finite, got Infinity"],
  ] as const;
  for (const [field, typed, message] of cases) {
    test(`${field} ${typed || "empty"}`, async ({ alone }) => {
      const box = subnetworks(alone).getByLabel(field, { exact: true });
      const good = await box.inputValue();
      const before = await masks(alone);
      const live = subnetworks(alone).locator(
        `[id="${await box.getAttribute("aria-describedby")}"]`,
      );
      // Displayed before it has words, or they would not be heard; but without room.
      await expect(live).not.toHaveCSS("display", "none");
      expect((await live.boundingBox())!.height).toBe(0);
      await box.fill(typed);
      await expect(box).toHaveAttribute("aria-invalid", "true");
      await expect(box).toHaveAccessibleDescription(message);
      await expect(subnetworks(alone).getByText(message)).toBeVisible();
      await expect(box).toHaveValue(typed);
      expect(await masks(alone)).toEqual(before);

      await box.fill(good);
      await expect(box).toHaveAttribute("aria-invalid", "false");
      await subnetworks(alone).getByRole("button", { name: "New masks" }).click();
      expect(await masks(alone)).not.toEqual(before);
    });
  }

  test("what is typed stays as it is typed", async ({ alone }) => {
    const box = subnetworks(alone).getByLabel("Input f1", { exact: true });
    await box.fill("");
    await box.pressSequentially("-0.50");
    await expect(box).toHaveValue("-0.50");
    await expect(subnetworks(alone).getByRole("slider", { name: "Input f1" })).toHaveValue("-0.5");
  });

  test("an overflow belongs to no single field", async ({ alone }) => {
    for (const f of [1, 2, 3]) {
      await subnetworks(alone).getByLabel(`Input f${f}`, { exact: true }).fill("1.7e308");
    }
    await expect(subnetworks(alone).getByRole("alert")).toContainText("too large for float64");
  });
});
