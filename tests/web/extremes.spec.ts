// What figures say where everything is dropped, where nothing is, and just before that.
import { expect, figure, test } from "./page";

test("four subnetworks: where scaling changes nothing, every sentence says so", async ({
  page,
}) => {
  for (const [query, first, does] of [
    ["pDrop=0", "Nothing can be dropped", true],
    ["x=0", "every mask gives 1.00", true],
    ["x=-2", "every mask gives 1.00", true],
    ["pDrop=0.0000001", "so rare here that the average is 7.00", true],
    ["pDrop=0.5", "too loud", false],
    ["pDrop=1", "they average 1.00", false],
  ] as const) {
    await page.goto(`./?figure=four-subnetworks&four-subnetworks.${query}`);
    const four = figure(page, "four-subnetworks");
    await expect(four).toContainText(first);
    await four.getByRole("button", { name: "one network" }).click();
    await expect(four).toContainText("the average of all four");
    await expect(four.getByText("without scaling, too")).toHaveCount(does ? 1 : 0);
  }
});

test("counts: masks that drop everything are no share of 100", async ({ page }) => {
  for (const [pDrop, says] of [
    ["1", "in every mask"],
    ["0.9999", "in practically every mask"],
    ["0.95", "in about 81 of 100 masks"],
  ] as const) {
    await page.goto(`./?figure=counts&counts.pDrop=${pDrop}`);
    await expect(figure(page, "counts").getByText(says).first()).toBeVisible();
  }
});

test("where everything is dropped, nothing is divided by 0", async ({ lesson }) => {
  await lesson.goto("./?layer.pDrop=1&scaling.pDrop=1");
  for (const name of ["layer", "scaling"]) {
    await lesson.locator(`#${name}`).scrollIntoViewIfNeeded();
    const section = lesson.locator("section").filter({ has: lesson.locator(`figure#${name}`) });
    await expect(section.getByText("nothing is left to scale").first()).toBeAttached();
  }
});

test("what is almost 1 is not called 1", async ({ page }) => {
  const settings = "subnetworks.generator=torch&subnetworks.pDrop=0.9999999999999999";
  await page.goto(`./?figure=subnetworks&${settings}`);
  await expect(figure(page, "subnetworks")).toContainText("nn.Dropout(0.9999999999999999)");
});

test("outputs down to the smallest numbers are spread over an axis", async ({ page }) => {
  await page.goto("./?figure=averages");
  const averages = figure(page, "averages");
  const document = averages.getByLabel("Network document (JSON)");
  await averages.locator("summary").filter({ hasText: "Compare" }).click();
  await averages.getByText("Use a network of your own").click();
  for (const bias of [-700, -709, -720, -740]) {
    const hidden = {
      weight: [
        [1, 0.2],
        [1.5, -1],
        [-0.7, 0.3],
      ],
      bias: [0, 0, 0],
      activation: "tanh",
      p_drop: 0.5,
    };
    const output = { weight: [[0.3, 1, 0.5]], bias: [bias], activation: "sigmoid", p_drop: 0 };
    await document.fill(JSON.stringify({ input_p_drop: 0, layers: [hidden, output] }));
    await averages.getByRole("button", { name: "Use this network" }).click();
    await expect(
      averages.getByRole("group", { name: /outputs of all subnetworks/i }),
    ).toBeVisible();
    await expect(averages.getByRole("row", { name: /^A average/ })).toContainText(/e−3\d\d/);
    await expect(document).toBeVisible();
  }
});

test("a sweep has no p_drop of its own, and says so", async ({ page }) => {
  await page.goto("./?figure=sweep&sweep.pDrop=0.3");
  await expect(page.getByText("sweep.pDrop = “0.3”")).toBeVisible();
});
