// <dropout-figure> when its page changes around it: moved, removed, refused, in a frame.
import { expect } from "@playwright/test";
import { open, test } from "./elsewhere";
import { openSettings } from "./page";

test("settings that the core refuses are shown as soon as they are right", async ({
  page,
  openWith,
}) => {
  await openWith(
    `<dropout-figure figure="layer" generator="numpy" seed="5000000000"></dropout-figure>`,
  );
  const element = page.locator("dropout-figure");
  const set = (name: string, value: string) =>
    element.evaluate((host, [name, value]) => host.setAttribute(name!, value!), [name, value]);
  const refusal = element.getByRole("alert").filter({ hasText: "seed must be" });
  await expect(refusal).toBeVisible();
  await set("seed", "6000000000");
  await expect(refusal).toContainText("got 6000000000");
  await set("seed", "7");
  await expect(element.getByLabel("Seed")).toHaveValue("7");
  await expect(refusal).toHaveCount(0);

  const note = element.getByText("mean nothing");
  for (const [name, wrong, right] of [
    ["p-drop", "9", "0.2"],
    ["convention", "theirs", "p_drop"],
  ] as const) {
    await set(name, wrong);
    await expect(note, name).toBeVisible();
    await set(name, right);
    await expect(note, name).toHaveCount(0);
  }
  for (const [name, wrong, right] of [
    ["theme", "purple", "dark"],
    ["controls", "maybe", "on"],
    ["caption", "maybe", "on"],
  ] as const) {
    await set(name, wrong);
    await set(name, right);
    await expect(element.getByLabel("p_drop", { exact: true })).toHaveValue("0.2");
  }
  await set("figure", "none");
  await expect(element.getByRole("alert")).toContainText("no figure “none”");
  await set("figure", "layer");
  await expect(element.getByLabel("Seed")).toHaveValue("7");
});

test("a figure whose core did not come asks again when an attribute changes", async ({
  page,
  openWith,
  problems,
}) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await openWith(`<dropout-figure figure="layer"></dropout-figure>`);
  const element = page.locator("dropout-figure");
  await expect(element.getByRole("alert")).toBeVisible();
  await page.unroute("**/*.wasm");
  await element.evaluate((host) => host.setAttribute("seed", "7"));
  await expect(element.getByLabel("Seed")).toHaveValue("7");
  expect(problems.splice(0).join()).toContain("Failed to load resource");
});

test("what a reader has set goes with an element that is moved", async ({ page, openWith }) => {
  await openWith(`<dropout-figure figure="layer" seed="7" p-drop="0.2"></dropout-figure>
     <section></section>`);
  const element = page.locator("dropout-figure");
  const seed = element.getByLabel("Seed");
  await openSettings(element);
  await seed.fill("9");
  await element.evaluate((host) => document.querySelector("section")!.append(host));
  await expect(page.locator("section dropout-figure").getByLabel("Seed")).toHaveValue("9");
  await element.evaluate((host) => {
    host.setAttribute("p-drop", "0.8");
    document.body.append(host);
  });
  await expect(element.getByLabel("p_drop", { exact: true })).toHaveValue("0.8");
  await expect(seed).toHaveValue("9");
});

test("what a reader has set is there when a removed element comes back", async ({
  page,
  openWith,
}) => {
  await openWith(`<dropout-figure figure="layer" seed="7" p-drop="0.2"></dropout-figure>`);
  const element = page.locator("dropout-figure");
  const generator = element.getByLabel("Random numbers of");
  await openSettings(element);
  await element.getByLabel("Seed").fill("9");
  // What is usual, and not what its attribute asks for.
  await element.getByLabel("p_drop", { exact: true }).fill("0.5");
  await page.evaluate(async () => {
    const element = document.querySelector("dropout-figure")!;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    element.setAttribute("generator", "numpy");
    document.body.prepend(element);
  });
  await expect(element.getByLabel("Seed")).toHaveValue("9");
  await expect(element.getByLabel("p_drop", { exact: true })).toHaveValue("0.5");
  await expect(generator).toHaveValue("numpy");
  // And later attributes count as ever.
  await element.evaluate((host) => host.setAttribute("seed", "8"));
  await expect(element.getByLabel("Seed")).toHaveValue("8");
});

test("a training goes on while its element is moved", async ({ page, openWith }) => {
  await openWith(`<dropout-figure figure="training" epochs="2000" samples="40" units="8,8"
       view="activations" speed="slow"></dropout-figure><section></section>`);
  const element = page.locator("dropout-figure");
  await expect(element).toContainText(/After [1-9]\d* epoch/);
  const epoch = async () => {
    const words = await element.getByText(/^After .* epoch/).innerText();
    return Number(/After ([\d,]+)/.exec(words)![1]!.replace(",", ""));
  };
  const before = await epoch();
  await element.evaluate((host) => document.querySelector("section")!.append(host));
  expect(await epoch()).toBeGreaterThanOrEqual(before);
  await expect.poll(epoch).toBeGreaterThan(before + 2);
  await expect(element.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
});

test("a figure follows when one that it depends on leaves the page", async ({ page, openWith }) => {
  await openWith(`<dropout-figure id="first" figure="training" data="digits" samples="100" updates="3">
     </dropout-figure><dropout-figure id="second" figure="training" data="digits" samples="50" updates="2">
     </dropout-figure><dropout-figure id="third" figure="uncertainty"></dropout-figure>`);
  const take = page
    .locator("#third")
    .getByRole("button", { name: "Use the network trained above" });
  await expect(page.locator("#first")).toContainText("After 3 updates");
  await expect(page.locator("#second")).toContainText("After 2 updates");
  await expect(take).toBeVisible();
  await page.locator("#second").evaluate((host) => host.remove());
  await take.click();
  await expect(page.locator("#third").getByLabel("Training samples")).toHaveValue("100");
  await page.locator("#first").evaluate((host) => host.remove());
  await expect(take).toHaveCount(0);
});

test("in a frame, settings are no steps of the host page's Back button", async ({
  page,
  library,
  elsewhere,
}) => {
  const address = `${library.address}index.html?figure=layer`;
  await open(page, elsewhere, `<iframe src="${address}" width="900" height="900"></iframe>`);
  const frame = page.frames()[1]!;
  const search = () => new URL(frame.url()).search;
  await frame.getByText("Settings", { exact: true }).click();
  const before = await page.evaluate(() => history.length);
  for (const seed of ["7", "8", "9"]) {
    await frame.getByLabel("Seed").fill(seed);
    await expect.poll(search).toContain(`layer.seed=${seed}`);
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
});
