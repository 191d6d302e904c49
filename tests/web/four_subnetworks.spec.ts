import type { Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("four-subnetworks");

const four = (page: Page) => figure(page, "four-subnetworks");

test("four subnetworks, with their outputs and probabilities", async ({ alone }) => {
  const read = async () =>
    (await four(alone).locator("dl").allInnerTexts()).map((text) => text.split(/\s+/).join(" "));
  expect(await read()).toEqual([
    "output 1 probability 0.25",
    "output 3 probability 0.25",
    "output 5 probability 0.25",
    "output 7 probability 0.25",
  ]);
  await expect(four(alone).getByRole("status")).toHaveText("Average 4, scaled 4, unscaled 7.");

  await four(alone).getByLabel("p_drop", { exact: true }).fill("0.2");
  await expect(four(alone).getByRole("status")).toHaveText("Average 5.8, scaled 5.8, unscaled 7.");
  expect(await read()).toEqual([
    "output 1 probability 0.04",
    "output 3 probability 0.16",
    "output 5 probability 0.16",
    "output 7 probability 0.64",
  ]);
});

test("nothing to drop leaves one subnetwork", async ({ alone }) => {
  await four(alone).getByLabel("p_drop", { exact: true }).fill("0");
  await expect(four(alone).getByRole("heading", { name: "both kept" })).toBeVisible();
  await expect(four(alone).locator("dl")).toHaveCount(1);
  await expect(four(alone).getByRole("status")).toHaveText("Average 7, scaled 7, unscaled 7.");
});

test("everything dropped leaves only the bias, and the other subnetworks as they are", async ({
  alone,
}) => {
  await four(alone).getByLabel("p_drop", { exact: true }).fill("1");
  await expect(four(alone).getByRole("status")).toHaveText("Average 1, scaled 1, unscaled 7.");
  const read = (await four(alone).locator("dl").allInnerTexts()).map((text) => text.split(/\s+/));
  expect(read.map(([, output, , probability]) => [output, probability])).toEqual([
    ["1", "1"],
    ["3", "0"],
    ["5", "0"],
    ["7", "0"],
  ]);
});
