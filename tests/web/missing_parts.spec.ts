// Parts of the lesson that the network does not bring: it says so, and how to go on.
import { expect, type Page, type Route } from "@playwright/test";
import { headingId, sectionNames } from "../../web/src/lesson/chapters";
import { test } from "./inputs";
import { whole } from "./opening_figure";
import { figure, readOn } from "./page";

const failures: [string, (route: Route) => Promise<void>][] = [
  ["is not there", (route) => route.fulfill({ status: 404 })],
  ["cannot be reached", (route) => route.abort("connectionreset")],
  [
    "is a page of the host's instead",
    (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
  ],
];

async function expectReloadHelps(page: Page, address: string) {
  const note = page.getByRole("status").filter({ hasText: "could not be fetched" });
  await expect(note.first()).toBeVisible();
  await expect(page.getByText("It needs")).toHaveCount(0);
  await page.unroute(address);
  await note.first().getByRole("button", { name: "Reload" }).click();
  await expect(note).toHaveCount(0);
}

for (const [what, fail] of failures) {
  test(`the core ${what}`, async ({ page }) => {
    await page.route("**/*.wasm", fail);
    await page.goto("./");
    await expectReloadHelps(page, "**/*.wasm");
    await expect(whole(page)).toBeVisible();
  });

  test(`the code of a figure that stands alone ${what}`, async ({ page }) => {
    await page.route("**/LayerFigure-*.js", fail);
    await page.goto("./?figure=layer");
    await expectReloadHelps(page, "**/LayerFigure-*.js");
    await expect(figure(page, "layer")).toBeVisible();
  });

  test(`the core of an element ${what}`, async ({ page }) => {
    await page.route("**/*.wasm", fail);
    await page.goto("./example/");
    const message = page.locator("dropout-figure").first().getByRole("alert");
    await expect(message).toContainText("could not be fetched");
    await expect(message).not.toContainText("It needs");
  });
}

test("a section that does not come is missed in its place, and all others are there", async ({
  page,
}) => {
  const address = "**/CountsSection-*.js";
  await page.route(address, (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  await readOn(page);
  await expect(page.locator("main > section")).toHaveCount(sectionNames.length);
  for (const name of sectionNames)
    await expect(page.locator(`#${headingId(name)}`)).toHaveText(/\w/);
  await expect(figure(page, "counts")).toHaveCount(0);
  await expect(figure(page, "uncertainty")).toBeVisible();
  const section = page.locator("section", { has: page.locator("#counts-question") });
  await page.unroute(address);
  await section.getByRole("button", { name: "Reload" }).click();
  await expect(figure(page, "counts")).toBeVisible();
});

test("what the page's policy forbids is no missing part", async ({ page }) => {
  await page.route("**/example/", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "Content-Security-Policy": "script-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await page.goto("./example/");
  const message = page.locator("dropout-figure").first().getByRole("alert");
  await expect(message).toContainText("Content Security Policy");
});
