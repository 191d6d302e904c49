import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";

const averages = (page: Page) => figure(page, "averages");

const network = {
  input_p_drop: 0.1,
  layers: [
    {
      weight: [
        [1, -1],
        [2, 0.5],
        [0.5, 1],
      ],
      bias: [0.1, 0, -0.2],
      activation: "tanh",
      p_drop: 0.2,
    },
    {
      weight: [
        [1, -2, 0.5],
        [0.3, 0.7, -1],
      ],
      bias: [0.5, 0],
      activation: "sigmoid",
      p_drop: 0,
    },
  ],
};

async function use(page: Page, document: string) {
  await averages(page).getByText("Use a network of your own").click();
  await averages(page).getByLabel("Network document (JSON)").fill(document);
  await averages(page).getByRole("button", { name: "Use this network" }).click();
}

test("a network of the reader's own is averaged, and comes back from a link", async ({
  lesson,
}) => {
  await use(lesson, JSON.stringify(network));
  await averages(lesson).getByLabel("Inputs, 2 numbers").fill("1, -0.5");
  await averages(lesson).getByLabel("Inputs, 2 numbers").press("Enter");
  await averages(lesson).getByLabel("Shown output, from 0").fill("1");
  const mean = await lesson.evaluate(
    async (network) =>
      (await window.dropout.average(network as never, [1, -0.5])).arithmetic_mean[1]!,
    network,
  );
  const row = averages(lesson).getByRole("row", { name: /^A average of all/ });
  await expect(row).toContainText(mean.toPrecision(6));
  await expect(averages(lesson)).toContainText("2");
  await expect.poll(() => lesson.url()).toContain("averages.own=");
  await lesson.reload();
  await expect(row).toContainText(mean.toPrecision(6));
  await averages(lesson).getByRole("button", { name: "Back to drawn weights" }).click();
  await expect(averages(lesson).getByLabel("Hidden layers")).toBeVisible();
});

for (const [name, document, message] of [
  ["no JSON", "{", "This is not JSON"],
  ["no network", "[]", "input_p_drop must be a number, got nothing"],
  [
    "shapes that do not fit",
    JSON.stringify({ ...network, layers: [network.layers[0], network.layers[0]] }),
    "layers[1].weight",
  ],
  [
    "a number that is none",
    JSON.stringify(network).replace("-2", "null"),
    "layers[1].weight[0][1]",
  ],
  ["a prototype", '{"input_p_drop": 0, "__proto__": {"layers": []}}', "layers must be"],
] as const) {
  test(`a document is refused, and says why: ${name}`, async ({ lesson }) => {
    await use(lesson, document);
    await expect(averages(lesson).getByRole("alert").filter({ hasText: message })).toBeVisible();
    await expect(averages(lesson).getByLabel("Hidden layers")).toBeVisible();
  });
}
