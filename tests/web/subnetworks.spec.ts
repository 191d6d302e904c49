import type { Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("subnetworks");

const subnetworks = (page: Page) => figure(page, "subnetworks");
const button = (page: Page, name: string) => subnetworks(page).getByRole("button", { name });
const unit = (page: Page, hidden: number) =>
  subnetworks(page).getByRole("switch", { name: `Hidden unit ${hidden}` });
const output = (page: Page) => subnetworks(page).getByTestId("output");
/** The digits that have landed, such as "01". */
const mask = async (page: Page) =>
  (await subnetworks(page).getByTestId("mask").innerText()).replace(/\s/g, "");
const sample = (page: Page, number: number) => subnetworks(page).getByTestId(`sample-${number}`);

async function open(page: Page, settings: string) {
  await page.goto(`./?figure=subnetworks&${settings}`);
  await expect(subnetworks(page)).toBeVisible();
}

/** Flips a sample's coins, and waits until all four have landed. */
async function flip(page: Page, name = "Next sample") {
  await button(page, name).click();
  await expect.poll(async () => (await mask(page)).length).toBe(4);
}

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
      p_drop: 0,
    },
    { weight: [[1, -0.5, 0.5, 1]], bias: [0.5], activation: "identity" as const, p_drop: 0 },
  ],
};

/** What the core gives for these masks, where they only switch off. */
const passes = (page: Page, masks: number[][], features = [1, 0.6, 0.4]) =>
  page.evaluate(
    ({ network, masks, features }) =>
      window.dropout.forward(
        network,
        masks.map(() => features),
        { keep_masks: [masks.map(() => [1, 1, 1]), masks] },
      ),
    { network, masks, features },
  );

test("opens with the whole network, before the first coin", async ({ alone }) => {
  expect(await mask(alone)).toBe("");
  const full = await passes(alone, [[1, 1, 1, 1]]);
  await expect(output(alone)).toHaveText(full.layers[1]!.activation[0]![0]!.toFixed(2));
  await expect(sample(alone, 1)).toHaveCount(0);
  await expect(subnetworks(alone).getByRole("switch", { checked: true })).toHaveCount(4);
});

test("the printed call gives the mask: one call for each sample", async ({ alone }) => {
  const masks = await alone.evaluate(() =>
    window.dropout.masks({ generator: "numpy", seed: 12, p_drop: 0.5, samples: 3, units: 4 }),
  );
  const { layers } = await passes(alone, masks);
  await expect(subnetworks(alone)).toContainText("np.random.seed(12)");
  await expect(subnetworks(alone)).toContainText("np.random.binomial(1, 0.5, 4)");
  for (const [s, row] of masks.entries()) {
    await flip(alone, s === 0 ? "Flip the coins" : "Next sample");
    expect(await mask(alone)).toBe(row.join(""));
    await expect(output(alone)).toHaveText(
      layers[1]!.activation[s]![0]!.toFixed(2).replace("-", "−"),
    );
    await expect(sample(alone, s + 1).locator("code")).toHaveText(row.join(" "));
    await expect(subnetworks(alone)).toContainText(`call ${s + 1} after the seed`);
    for (const [u, keep] of row.entries()) {
      await expect(unit(alone, u + 1)).toBeChecked({ checked: keep === 1 });
    }
  }
});

test("masks are NumPy's, and its p is the probability of keeping", async ({ page }) => {
  // As NumPy 1.24.2 printed them.
  for (const [seed, pDrop, pKeep, rows] of [
    ["3816248909", "0.8", "0.2", ["0 1 1 0", "0 0 0 0", "0 1 0 1"]],
    ["2128563325", "0.1", "0.9", ["1 1 1 1", "1 1 1 1", "1 1 1 0"]],
  ] as const) {
    await open(page, `subnetworks.step=9&subnetworks.seed=${seed}&subnetworks.pDrop=${pDrop}`);
    await expect(subnetworks(page)).toContainText(`np.random.binomial(1, ${pKeep}, 4)`);
    for (const [s, row] of rows.entries()) {
      await expect(sample(page, s + 1).locator("code")).toHaveText(row);
    }
  }
});

test("coins fall one by one, and the output comes after the last", async ({ alone }) => {
  const coins = subnetworks(alone).locator(".coin");
  await expect(coins.and(alone.locator(".waiting"))).toHaveCount(4);
  await button(alone, "Flip the coins").click();
  await expect(coins.and(alone.locator(".falling"))).toHaveCount(1);
  await expect(output(alone)).toHaveText("?");
  await expect(coins.and(alone.locator(".landed"))).toHaveCount(4);
  await expect(output(alone)).not.toHaveText("?");
});

test("the next sample does not wait for coins in the air", async ({ alone }) => {
  await button(alone, "Flip the coins").click();
  await button(alone, "Next sample").click();
  await expect(sample(alone, 1)).toBeVisible();
  await expect(sample(alone, 2)).toBeVisible(); // once its coins have landed
});

test("nothing falls for readers who want little motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "");
  await button(page, "Flip the coins").click();
  expect(await mask(page)).toBe("0101");
});

test("a PyTorch generator has the call that gives its masks", async ({ page }) => {
  await open(page, "subnetworks.generator=torch&subnetworks.seed=1&subnetworks.step=6");
  const masks = await page.evaluate(() =>
    window.dropout.masks({ generator: "torch", seed: 1, p_drop: 0.5, samples: 24, units: 4 }),
  );
  await expect(subnetworks(page)).toContainText("torch.manual_seed(1)");
  await expect(subnetworks(page)).toContainText("nn.Dropout(0.5)(torch.ones(24, 4))");
  expect(await mask(page)).toBe(masks[1]!.join(""));
});

test("a link of the first edition opens with the sample that it told of", async ({ page }) => {
  await open(page, "subnetworks.step=4&subnetworks.switched=1/0&subnetworks.seed=12");
  await expect(sample(page, 2).locator("code")).toHaveText("1 1 1 0");
  await expect(sample(page, 3)).toHaveCount(0);
  await expect(subnetworks(page)).toContainText("The mask is yours");
});

test("clicking a unit drops it, and clicking again keeps it", async ({ alone }) => {
  await flip(alone, "Flip the coins");
  const second = unit(alone, 2);
  await expect(second).toHaveAccessibleName(
    "Hidden unit 2: value 1.60 × mask 1 × weight −0.50 = −0.80",
  );
  await second.click();
  await expect(second).not.toBeChecked();
  await expect(second).toHaveAccessibleName(
    "Hidden unit 2: value 1.60 × mask 0 × weight −0.50 = 0.00",
  );
  const { layers } = await passes(alone, [[0, 0, 0, 1]]);
  await expect(output(alone)).toHaveText(layers[1]!.activation[0]![0]!.toFixed(2));
  expect(await mask(alone)).toBe("0001");
  await second.click();
  expect(await mask(alone)).toBe("0101");
});

test("units are switched by keyboard, also before the first coin", async ({ alone }) => {
  await unit(alone, 1).focus();
  await alone.keyboard.press("Enter");
  await expect(unit(alone, 1)).not.toBeChecked();
  await alone.keyboard.press("Space");
  await expect(unit(alone, 1)).toBeChecked();
});

test("a unit that is looked at says its arithmetic, the output its sum", async ({ alone }) => {
  await flip(alone, "Flip the coins");
  const arithmetic = subnetworks(alone).locator("svg .arithmetic");
  await unit(alone, 4).hover();
  await expect(arithmetic).toHaveText("value 1.00 × mask 1 × weight 1.00 = 1.00");
  await output(alone).locator("xpath=..").hover();
  await expect(arithmetic).toHaveText("0.00 − 0.80 + 0.00 + 1.00 + 0.50 (bias) = 0.70");
  await alone.mouse.move(1, 1);
  await expect(arithmetic).toHaveText("");
});

test("inputs are dragged on their circles, and moved by arrow keys", async ({ alone }) => {
  const input = subnetworks(alone).getByRole("slider", { name: "Input f1" });
  const box = (await input.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await alone.mouse.move(x, y);
  await alone.mouse.down();
  await alone.mouse.move(x - 60, y, { steps: 6 });
  await alone.mouse.up();
  await expect(input).toHaveAttribute("aria-valuenow", "0");
  await input.press("ArrowLeft");
  await expect(input).toHaveAttribute("aria-valuenow", "-0.1");
  await expect(input).toHaveText("−0.1");
  const { layers } = await passes(alone, [[1, 1, 1, 1]], [-0.1, 0.6, 0.4]);
  await expect(output(alone)).toHaveText(layers[1]!.activation[0]![0]!.toFixed(2));
  await input.press("End");
  await expect(input).toHaveAttribute("aria-valuenow", "2");
});

test("without any unit, the output is the bias", async ({ alone }) => {
  await button(alone, "drop all four units").click();
  await expect(output(alone)).toHaveText("0.50");
  await expect(subnetworks(alone)).toContainText("All four units are dropped");
  await subnetworks(alone).getByRole("slider", { name: "Input f1" }).press("End");
  await expect(output(alone)).toHaveText("0.50");
});

test("new masks are those of the next seed, and of no clicks", async ({ alone }) => {
  await flip(alone, "Flip the coins");
  await unit(alone, 1).click();
  await flip(alone, "New masks");
  await expect(subnetworks(alone)).toContainText("np.random.seed(13)");
  expect(await mask(alone)).toBe("1011");
  await expect(sample(alone, 2)).toHaveCount(0);
});

test("back goes to the sample before, and to the start", async ({ alone }) => {
  await flip(alone, "Flip the coins");
  await flip(alone);
  expect(await mask(alone)).toBe("0110");
  await button(alone, "Back").click();
  expect(await mask(alone)).toBe("0101");
  await button(alone, "Back").click();
  expect(await mask(alone)).toBe("");
  await expect(button(alone, "Back")).toHaveAttribute("aria-disabled", "true");
});

test.describe("bad input shows its message beside the field, and the page goes on", () => {
  const cases = [
    ["Seed", "abc", 'Seed must be a whole number, got "abc"'],
    ["Seed", "", 'Seed must be a whole number, got ""'],
    ["Seed", "1.5", /^Seed must be a whole number from .*, got 1\.5$/],
    ["p_drop", "2", "p_drop must be in [0, 1], got 2"],
    ["p_drop", "NaN", 'p_drop must be a number, got "NaN"'],
  ] as const;
  for (const [field, typed, message] of cases) {
    test(`${field} ${typed || "empty"}`, async ({ page }) => {
      await open(page, "subnetworks.step=3");
      if (field === "Seed") await subnetworks(page).getByText("Settings").click();
      const box = subnetworks(page).getByLabel(field, { exact: true });
      const good = await box.inputValue();
      await box.fill(typed);
      await expect(box).toHaveAttribute("aria-invalid", "true");
      await expect(box).toHaveAccessibleDescription(message);
      await expect(box).toHaveValue(typed);
      expect(await mask(page)).toBe("0101");

      await box.fill(good);
      await expect(box).toHaveAttribute("aria-invalid", "false");
      await flip(page, "New masks");
      expect(await mask(page)).toBe("1011");
    });
  }

  test("what is typed stays as it is typed", async ({ alone }) => {
    const box = subnetworks(alone).getByLabel("p_drop", { exact: true });
    await box.fill("");
    await box.pressSequentially("0.50");
    await expect(box).toHaveValue("0.50");
    await expect(subnetworks(alone).getByRole("slider", { name: "p_drop" })).toHaveValue("0.5");
  });
});
