// The lesson where its own module may not be fetched: in a sandboxed frame, and from a disk.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { type Host, host } from "./host";
import { expect, setInRail, test } from "./page";

const dist = resolve(import.meta.dirname, "../../dist");

async function framed(page: Page, { address }: Host, sandbox: string, query = "?figure=layer") {
  await page.setContent(
    `<iframe sandbox="${sandbox}" src="${address}${query}" width="900" height="800"></iframe>`,
  );
  return page.frameLocator("iframe");
}

async function withHost(headers: Record<string, string>, check: (site: Host) => Promise<void>) {
  const site = await host(dist, { headers });
  try {
    await check(site);
  } finally {
    await site.close();
  }
}

for (const query of ["", "?figure=layer"]) {
  test(`in a sandbox, without the header, the page says why, “${query}”`, async ({ page }) => {
    await withHost({}, async (site) => {
      const frame = await framed(page, site, "allow-scripts", query);
      await expect(frame.getByRole("alert")).toContainText("allow-same-origin");
      await expect(frame.getByRole("alert")).toContainText("Access-Control-Allow-Origin: *");
      await expect(frame.getByText("The lesson is opening")).toBeHidden();
    });
  });
}

test("in a sandbox, with the header that README names, all works", async ({ page }) => {
  await withHost({ "Access-Control-Allow-Origin": "*" }, async (site) => {
    const frame = await framed(page, site, "allow-scripts");
    await expect(frame.getByRole("figure")).toBeVisible();
    await frame.getByText("Settings", { exact: true }).click();
    await frame.getByLabel("Seed").fill("7");
    await expect(frame.getByLabel("Seed")).toHaveValue("7");
    const child = page.frames().find((frame) => frame.url().includes("figure=layer"))!;
    const result = await child.evaluate(async () => {
      const layer = { weight: [Array<number>(20).fill(1)], bias: [0], activation: "relu" } as const;
      const network = { input_p_drop: 0.2, layers: [{ ...layer, p_drop: 0 }] };
      const { subnetworks } = await window.dropout.average(network, layer.weight[0]!);
      return { subnetworks, digits: (await window.dropout.digits()).targets.length };
    });
    expect(result).toEqual({ subnetworks: 2 ** 20, digits: 1797 });
  });
});

test("with allow-same-origin, no header is needed", async ({ page }) => {
  await withHost({}, async (site) => {
    const frame = await framed(page, site, "allow-scripts allow-same-origin");
    await expect(frame.getByRole("figure")).toBeVisible();
  });
});

test("opened from a disk, the page names the file that opens there", async ({ page }) => {
  await page.goto(pathToFileURL(resolve(dist, "index.html")).href);
  await expect(page.getByRole("alert")).toContainText("dropout.html");
});

test("a parameter that means nothing is named, with what stands in for it", async ({ page }) => {
  const note = page.getByRole("status").filter({ hasText: "means nothing" });
  await page.goto("./?figure=layer&controls=maybe&layer.seed=7&layer.seed=8");
  await expect(note).toContainText("controls = “maybe”");
  await expect(note).toContainText("layer.seed = “8” (the first one counts)");
  await expect(page.getByLabel("Seed")).toHaveValue("7");
  await page.goto("./?theme=dark");
  await expect(note).toContainText("theme = “dark”");
});

test("the theme's key is this site's own, and another site's is left alone", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await page.reload();
  await expect(page.getByRole("button", { name: "Colours: as my system" })).toBeVisible();
  await setInRail(page, "Colours", "light");
  const stored = await page.evaluate(() => ({ ...localStorage }));
  const own = new URL(".", page.url()).href;
  expect(stored).toMatchObject({ theme: "dark", [`lesson of ${own}, theme`]: "light" });
});
