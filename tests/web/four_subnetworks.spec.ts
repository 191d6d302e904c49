import type { Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("four-subnetworks");

const four = (page: Page) => figure(page, "four-subnetworks");
const pDrop = (page: Page) => four(page).getByLabel("p_drop, slider");
const status = (page: Page) => four(page).getByRole("status");
const subnetworks = async (page: Page) =>
  Promise.all(
    (
      await four(page)
        .getByRole("img", { name: /^Subnetwork/ })
        .all()
    ).map(async (image) => (await image.getAttribute("aria-label"))!.replace("Subnetwork, ", "")),
  );

test("it opens with the trouble: four outputs, their average, and one pass that is too loud", async ({
  alone,
}) => {
  expect(await subnetworks(alone)).toEqual([
    "both dropped: output 1, probability 0.25",
    "only unit 1 kept: output 3, probability 0.25",
    "only unit 2 kept: output 5, probability 0.25",
    "both kept: output 7, probability 0.25",
  ]);
  await expect(four(alone).locator("dl")).toContainText("0.25·1 + 0.25·3 + 0.25·5 + 0.25·7");
  await expect(four(alone)).toContainText("they average 4.00.");
  await expect(four(alone)).toContainText("gives 7.00, which is too loud");
  await expect(status(alone)).toHaveText("Average 4.00, scaled 4.00, unscaled 7.00.");

  await pDrop(alone).fill("0.2");
  await expect(status(alone)).toHaveText("Average 5.80, scaled 5.80, unscaled 7.00.");
  expect(await subnetworks(alone)).toEqual([
    "both dropped: output 1, probability 0.04",
    "only unit 1 kept: output 3, probability 0.16",
    "only unit 2 kept: output 5, probability 0.16",
    "both kept: output 7, probability 0.64",
  ]);
});

test("the four slide onto each other and become one network", async ({ alone }) => {
  await pDrop(alone).fill("0.2");
  const way = four(alone).getByRole("slider", { name: "From four subnetworks to one network" });
  await way.press("ArrowRight");
  await expect(four(alone)).toContainText("as opaque as it is probable");
  await expect(four(alone).getByText("0.2·0\u00a0+\u00a00.8·4\u00a0=\u00a03.2")).toBeVisible();
  await expect(four(alone).getByRole("img", { name: /^Subnetwork/ })).toHaveCount(0);
  const opacity = () =>
    four(alone)
      .locator(".network")
      .evaluateAll((networks) => networks.map((each) => Number(getComputedStyle(each).opacity)));
  // They are still sliding when the first words have come.
  await expect.poll(opacity).toEqual([0.04, 0.16, 0.16, 0.64]);

  await four(alone).getByRole("button", { name: "one network" }).click();
  await expect(four(alone)).toContainText("its output is the average of all four: 5.80.");
  await expect(four(alone).locator("dl")).toContainText("(0.8·2)·1 + (0.8·2)·2 + 1");
  await expect(four(alone).getByText("weight 0.8·2 = 1.6").first()).toBeVisible();
  await four(alone).getByRole("radio", { name: "scale activations" }).check({ force: true });
  await expect(four(alone).locator("dl")).toContainText("2·(0.8·1) + 2·(0.8·2) + 1");
  await expect(four(alone).getByText("0.8·2 = 1.6", { exact: true })).toBeVisible();
  await way.press("ArrowLeft");
  await expect(four(alone)).toContainText("as opaque as it is probable");
});

test("links with the steps of earlier versions open the same pictures", async ({ page }) => {
  for (const [step, shows] of [
    [0, "Four masks, four outputs"],
    [1, "Four masks, four outputs"],
    [2, "as opaque as it is probable"],
    [3, "the average of all four"],
  ] as const) {
    await page.goto(`./?figure=four-subnetworks&four-subnetworks.step=${step}`);
    await expect(four(page)).toContainText(shows);
  }
});

test("the input is dragged on its circle, typed in the settings", async ({ alone }) => {
  const input = four(alone).getByRole("slider", { name: "Input x" });
  await input.focus();
  await alone.keyboard.press("PageUp");
  await expect(status(alone)).toHaveText("Average 7.00, scaled 7.00, unscaled 13.00.");
  await four(alone).locator("summary").filter({ hasText: "Settings" }).click();
  await four(alone).getByRole("textbox", { name: "Input x" }).fill("-2");
  // Both units are off: no mask changes anything, and no sentence says otherwise.
  await expect(four(alone)).toContainText("Here every mask gives 1.00");
  await four(alone).getByRole("button", { name: "one network" }).click();
  await expect(four(alone)).toContainText("Here the network gives 1.00 without scaling, too.");
  await four(alone).getByRole("textbox", { name: "Input x" }).fill("1e300");
  await expect(four(alone).getByRole("textbox", { name: "Input x" })).toHaveValue("1e300");
});

test("a hidden unit says what it adds", async ({ alone }) => {
  const units = four(alone).getByRole("img", { name: /^Unit/ });
  await units.first().focus();
  await expect(units.first()).toHaveAccessibleName(
    "Unit 1, both dropped: 1 × mask 0 × weight 2 = 0",
  );
  await alone.keyboard.press("ArrowLeft");
  await expect(units.last()).toBeFocused();
  await expect(units.last()).toHaveAccessibleName("Unit 2, both kept: 2 × mask 1 × weight 2 = 4");
  await expect(units.last().getByText("2 × mask 1 × weight 2 = 4")).toHaveCSS("opacity", "1");
});

test("nothing to drop leaves the full network, everything dropped only the bias", async ({
  alone,
}) => {
  await pDrop(alone).fill("0");
  await expect(status(alone)).toHaveText("Average 7.00, scaled 7.00, unscaled 7.00.");
  await expect(four(alone)).toContainText("Nothing can be dropped");
  expect((await subnetworks(alone)).map((name) => name.replace(/.*probability /, ""))).toEqual([
    "0",
    "0",
    "0",
    "1",
  ]);
  await alone.goto("./?figure=four-subnetworks&four-subnetworks.pDrop=1");
  await expect(status(alone)).toHaveText("Average 1.00, scaled 1.00, unscaled 7.00.");
  expect(await subnetworks(alone)).toEqual([
    "both dropped: output 1, probability 1",
    "only unit 1 kept: output 3, probability 0",
    "only unit 2 kept: output 5, probability 0",
    "both kept: output 7, probability 0",
  ]);
});
