// The library in pages of another origin than the site's: dropout.js and <dropout-figure>.
import { expect, type Page } from "@playwright/test";
import { open, test } from "./elsewhere";
import type { Host } from "./host";
import { openSettings, rowsOf } from "./page";

const keepMaskOf = (page: Page, library: Host, seed: number, p_drop: number) =>
  page.evaluate(
    async ({ address, seed, p_drop }) => {
      const { load } = await import(/* @vite-ignore */ `${address}dropout.js`);
      const dropout = await load();
      const size = { inputs: 3, outputs: 4, samples: 5 };
      const layer = dropout.layer({ generator: "torch-intel", seed, p_drop, ...size });
      return layer.keep_mask as number[][];
    },
    { address: library.address, seed, p_drop },
  );

for (const [name, workerSources, hasWorkers] of [
  ["without a policy", undefined, true],
  ["that allows workers of its own making", "blob: LIBRARY", true],
  ["that allows no workers", "'none'", false],
] as const) {
  test(`dropout.js computes long jobs for a page ${name}`, async ({
    page,
    library,
    elsewhere,
    problems,
  }) => {
    const policy =
      workerSources &&
      `script-src LIBRARY 'wasm-unsafe-eval'; connect-src LIBRARY; worker-src ${workerSources}`;
    await open(page, elsewhere, "", policy?.replaceAll("LIBRARY", library.address));
    const result = await page.evaluate(async (address) => {
      let hasWorker = false;
      const scripts: string[] = [];
      window.Worker = class extends Worker {
        constructor(script: string | URL, options?: WorkerOptions) {
          super(script, options);
          scripts.push(String(script));
          this.addEventListener("message", () => (hasWorker = true));
        }
      };
      const { load } = await import(/* @vite-ignore */ `${address}dropout.js`);
      const dropout = await load({ workers: 2 });
      const layer = { weight: [Array(26).fill(1)], bias: [0], activation: "relu", p_drop: 0 };
      const network = { input_p_drop: 0.2, layers: [layer] };
      const { subnetworks } = await dropout.average(network, Array(26).fill(1));
      return { subnetworks, hasWorker, scripts };
    }, library.address);
    expect(result).toMatchObject({ subnetworks: 2 ** 26, hasWorker: hasWorkers });
    if (hasWorkers) expect(result.scripts).toEqual(Array(2).fill(result.scripts[0]));
    if (!hasWorkers) expect(problems.splice(0).join()).toMatch(/worker-src/);
  });
}

test("an element shows a figure with the settings of its attributes, and follows them", async ({
  page,
  library,
  openWith,
  elsewhere,
}) => {
  await openWith(`<style>* { color: red; font: 30px cursive !important } table { display: none }</style>
     <dropout-figure figure="layer" seed="7" p-drop="0.2"></dropout-figure>`);
  const element = page.locator("dropout-figure");
  await expect(element.getByRole("figure")).toBeVisible();
  await expect(element.getByLabel("Seed")).toHaveValue("7");
  const keep = await keepMaskOf(page, library, 7, 0.2);
  const mask = element.getByRole("table", { name: "Keep mask", exact: true });
  expect(await rowsOf(mask)).toEqual(keep.map((row) => row.join(" ")));

  // The page's styles stay outside, and the figure's inside.
  const looks = (selector: string) =>
    element.evaluate((host, selector) => {
      const { color, fontFamily } = getComputedStyle(host.shadowRoot!.querySelector(selector)!);
      return { color, fontFamily };
    }, selector);
  expect((await looks("h3")).color).not.toBe("rgb(255, 0, 0)");
  expect((await looks("h3")).fontFamily).toContain("Inter");
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('16px "Inter Variable"')))
    .toBe(true);

  await element.evaluate((host) => host.setAttribute("seed", "8"));
  await expect(element.getByLabel("Seed")).toHaveValue("8");
  await openSettings(element);
  await element.getByLabel("Seed").fill("9");
  await page.waitForTimeout(600); // longer than an address would wait
  expect(page.url()).toBe(elsewhere.address);
  await element.evaluate((host) => host.setAttribute("figure", "die"));
  await expect(element.getByRole("figure", { name: /die/i })).toBeVisible();
  await element.evaluate((host) => host.setAttribute("controls", "off"));
  await expect(element.getByLabel("Seed")).toHaveCount(0);
});

test("an element works in a page with the policy that README asks for", async ({
  page,
  library,
  openWith,
}) => {
  const { origin } = new URL(library.address);
  await openWith(
    `<dropout-figure figure="four-subnetworks"></dropout-figure>`,
    `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin};
     worker-src ${origin} blob:; style-src ${origin}; font-src ${origin}; img-src data:`,
  );
  const element = page.locator("dropout-figure");
  await expect(element.getByRole("figure")).toHaveCSS("font-family", /Inter/);
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('16px "Inter Variable"')))
    .toBe(true);
  await element.getByRole("button", { name: "Share, save" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "PNG" }).first().click();
  expect((await download).suggestedFilename()).toBe("four-subnetworks-1.png");
});

test("what a reader has set stays until an attribute asks for something else", async ({
  page,
  library,
  openWith,
}) => {
  await openWith(`<dropout-figure figure="layer" seed="7" p-drop="0.2" sed="1"></dropout-figure>`);
  const element = page.locator("dropout-figure");
  const seed = element.getByLabel("Seed");
  const set = (name: string, value: string) =>
    element.evaluate((host, [name, value]) => host.setAttribute(name!, value!), [name, value]);
  await openSettings(element);
  await seed.fill("9");
  await element.getByRole("button", { name: "Dismiss" }).click();
  await set("controls", "off");
  await expect(seed).toHaveCount(0);
  await set("controls", "on");
  for (const [name, value] of [
    ["class", "mine"],
    ["caption", "off"],
    ["theme", "dark"],
    ["style", "margin: 0"],
    ["aria-busy", "true"],
    ["seed", "7"], // as it is
  ] as const) {
    await set(name, value);
    await expect(seed, name).toHaveValue("9");
  }
  await expect(element.getByText("mean nothing")).toHaveCount(0);
  await set("p-drop", "0.8");
  const keep = await keepMaskOf(page, library, 9, 0.8);
  const mask = element.getByRole("table", { name: "Keep mask", exact: true });
  await expect.poll(() => rowsOf(mask)).toEqual(keep.map((row) => row.join(" ")));
  await expect(seed).toHaveValue("9");
  await set("sed", "2");
  await expect(element.getByText("mean nothing")).toBeVisible();
  await set("seed", "8");
  await expect(seed).toHaveValue("8");
  await element.evaluate((host) => host.removeAttribute("seed"));
  await expect(seed).not.toHaveValue("8");
});

test("a running training goes on whatever its page does with the element", async ({
  page,
  openWith,
}) => {
  await openWith(`<dropout-figure figure="training" speed="slow"></dropout-figure>`);
  const element = page.locator("dropout-figure");
  const stop = element.getByRole("button", { name: "Pause", exact: true });
  await expect(stop).toBeVisible();
  await element.evaluate((host) => host.classList.add("seen"));
  await element.evaluate((host) => host.setAttribute("caption", "off"));
  const progress = element.getByText(/^After .* epoch/);
  const before = await progress.innerText();
  await expect(progress).not.toHaveText(before);
  await expect(stop).toBeVisible();
});

test("in a page that reads from right to left, a figure reads from left to right", async ({
  page,
  openWith,
}) => {
  await openWith(`<script>document.documentElement.dir = "rtl"</script>
     <dropout-figure figure="layer"></dropout-figure>
     <dropout-figure figure="layer" dir="rtl"></dropout-figure>`);
  for (const element of await page.locator("dropout-figure").all()) {
    const mask = element.getByRole("table", { name: "Keep mask", exact: true });
    const cells = mask.locator("tbody tr").first().locator("td");
    await expect(cells.nth(1)).toBeVisible();
    const places = await cells.evaluateAll((all) => all.map((td) => td.getBoundingClientRect().x));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    // Signs are before their digits only so.
    expect(await mask.evaluate((table) => getComputedStyle(table).direction)).toBe("ltr");
  }
});

test("an element's seed has all its digits", async ({ page, library, openWith }) => {
  await openWith(`<dropout-figure id="a" figure="layer" seed="-1"></dropout-figure>
     <dropout-figure id="b" figure="layer" seed="18446744073709551615"></dropout-figure>`);
  const keep = await keepMaskOf(page, library, 4294967295, 0.5);
  for (const [id, digits] of [
    ["#a", "-1"],
    ["#b", "18446744073709551615"],
  ] as const) {
    const element = page.locator(id);
    await expect(element.getByLabel("Seed")).toHaveValue(digits);
    const mask = element.getByRole("table", { name: "Keep mask", exact: true });
    expect(await rowsOf(mask)).toEqual(keep.map((row) => row.join(" ")));
  }
});

test("what is wrong with an element is said in it", async ({ page, openWith }) => {
  await openWith(`<dropout-figure id="a" class="mine" data-x="1" figure="layer" p-drop="9" sed="1"></dropout-figure>
     <dropout-figure id="b" figure="constructor"></dropout-figure>
     <dropout-figure id="c" figure="layer" generator="numpy" seed="5000000000"></dropout-figure>`);
  const note = page.locator("#a").getByRole("status").filter({ hasText: "mean nothing" });
  await expect(note).toContainText("layer.pDrop = “9”");
  await expect(note).toContainText("layer.sed = “1”");
  await expect(note).not.toContainText("mine");
  await expect(page.locator("#b").getByRole("alert")).toContainText("no figure “constructor”");
  await expect(page.locator("#c").getByRole("alert")).toContainText(
    "seed must be a whole number from 0 to 4294967295",
  );
});

test("an element's settings may be named like attributes of any element", async ({
  page,
  openWith,
}) => {
  await openWith(`<dropout-figure id="a" figure="training" data="wave" data-seed="9" samples="33"
       data-theirs="1" aria-busy="false" onclick="" translate="no" itemprop="figure"
       _ngcontent-ng-c1="" x-on:click="1"></dropout-figure>
     <dropout-figure id="b" figure="training" data-seed="nine"></dropout-figure>`);
  const a = page.locator("#a");
  await a.getByText("Settings", { exact: true }).click();
  await expect(a.getByLabel("Data", { exact: true })).toHaveValue("wave");
  await expect(a.getByLabel("Seed of the data")).toHaveValue("9");
  const note = { hasText: "mean nothing" };
  await expect(a.getByRole("status").filter(note)).toHaveCount(0);
  await expect(page.locator("#b").getByRole("status").filter(note)).toContainText(
    "training.dataSeed = “nine”",
  );
});

test("the convention of one element is that of all", async ({ page, openWith }) => {
  await openWith(`<dropout-figure id="a" figure="layer" convention="paper"></dropout-figure>
     <dropout-figure id="b" figure="layer"></dropout-figure>`);
  const expectAll = async (label: string) => {
    for (const id of ["#a", "#b"]) {
      await expect(page.locator(id).getByLabel(label, { exact: true })).toBeVisible();
    }
  };
  const a = page.locator("#a");
  await expectAll("p (keep)");
  await a.evaluate((host) => host.setAttribute("convention", "p_drop"));
  await expectAll("p_drop");
  await a.evaluate((host) => host.setAttribute("convention", "paper"));
  await expectAll("p (keep)");
  await a.evaluate((host) => host.remove());
  await expect(page.locator("#b").getByLabel("p_drop", { exact: true })).toBeVisible();
});

test("elements come, go and stand side by side", async ({ page, openWith }) => {
  await openWith(`<dropout-figure figure="layer" seed="1"></dropout-figure>
     <dropout-figure figure="layer" seed="2" theme="dark"></dropout-figure>`);
  const elements = page.locator("dropout-figure");
  await expect(elements.nth(0).getByLabel("Seed")).toHaveValue("1");
  await expect(elements.nth(1).getByLabel("Seed")).toHaveValue("2");
  const panel = (i: number) =>
    elements
      .nth(i)
      .evaluate(
        (host) => getComputedStyle(host.shadowRoot!.querySelector("figure")!).backgroundColor,
      );
  expect(await panel(0)).not.toBe(await panel(1));
  await page.evaluate(() => {
    const [first] = document.querySelectorAll("dropout-figure");
    document.body.append(first!); // out and in again
    for (let i = 0; i < 50; ++i) {
      const passing = document.createElement("dropout-figure");
      passing.setAttribute("figure", "layer");
      document.body.append(passing);
      passing.remove();
    }
  });
  await expect(elements).toHaveCount(2);
  await expect(elements.nth(1).getByLabel("Seed")).toHaveValue("1");

  await elements.nth(1).getByRole("button", { name: "Share, save" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "CSV" }).first()).toBeVisible();
  await expect(dialog.getByRole("heading", { name: "Link" })).toHaveCount(0); // of what page?
});

test("the example page works, at any address of the site", async ({ page, library }) => {
  await page.goto(`${library.address}example/`);
  await expect(page.locator("dropout-figure").first().getByRole("figure")).toBeVisible();
  await expect(page.locator("#numbers")).toContainText("1048576");
  const count = () => page.locator("#die").getByRole("figure").innerText();
  const before = await count();
  await page.getByLabel("Rolls:").fill("10");
  await expect.poll(count).not.toBe(before);
  expect(library.missing).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  // Charts follow the width a moment later.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      }),
    )
    .toBe(0);
});
