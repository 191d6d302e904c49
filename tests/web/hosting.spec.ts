// The site on other hosts than the usual one: under a path, without a network, with a newer version.
import { cp, mkdtemp, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { sectionNames } from "../../web/src/lesson/chapters";
import { type Host, host } from "./host";
import { test as base } from "./inputs";
import { whole } from "./opening_figure";
import { figureNames, readOn } from "./page";

const dist = resolve(import.meta.dirname, "../../dist");
const path = "/some/where/";

/** A host of a copy of the site, which may be changed; and one of a copy with a newer version. */
const test = base.extend<{ folders: { site: string; newer: string }; site: Host }>({
  folders: async ({}, use) => {
    const parent = await mkdtemp(join(tmpdir(), "lesson-"));
    const folders = { site: join(parent, "site"), newer: join(parent, "newer") };
    for (const folder of Object.values(folders)) await cp(dist, folder, { recursive: true });
    await asNewer(folders.newer);
    await use(folders);
    await rm(parent, { recursive: true });
  },
  site: async ({ folders }, use) => {
    const site = await host(folders.site, { path });
    await use(site);
    await site.close();
  },
});
test.use({ serviceWorkers: "allow", dependsOn: "the site" });

/** Another title, with what the build would write of it into the service worker. */
async function asNewer(folder: string) {
  const page = (await readFile(join(folder, "index.html"), "utf8")).replace(
    /<title>.*<\/title>/,
    "<title>Newer</title>",
  );
  await writeFile(join(folder, "index.html"), page);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(page));
  const hash = Buffer.from(digest).toString("base64");
  const worker = await readFile(join(folder, "service-worker.js"), "utf8");
  await writeFile(
    join(folder, "service-worker.js"),
    worker
      .replace(/"\.\/":"sha256-[^"]*"/, `"./":"sha256-${hash}"`)
      .replace(/"version":"[^"]*"/, '"version":"newer"'),
  );
}

const opened = (page: Page) => expect(page.getByRole("figure").first()).toBeVisible();
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    return Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
  });
const isOpening = (name: string) => name.includes(", opening ");
/** The names of the caches, those of openings last. */
const cacheNames = async (page: Page) => {
  const names = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return caches.keys();
  });
  return names.sort((a, b) => Number(isOpening(a)) - Number(isOpening(b)));
};
/** Reads the lesson until all of it is kept. */
const visit = async (page: Page, { address }: Host) => {
  await page.goto(address);
  await readOn(page);
  await expect.poll(async () => (await kept(page)).flat().length).toBeGreaterThan(50);
};
const goOffline = async (context: BrowserContext, site: Host) => {
  await site.close();
  await context.setOffline(true);
};

test("it works under any path, and asks for nothing that is not there", async ({ page, site }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site.address)) foreign.push(request.url());
  });
  await visit(page, site);
  await page.goto(`${site.address}index.html?layer.seed=7`);
  await expect(page.locator("figure#layer").getByLabel("Seed")).toHaveValue("7");
  expect(site.missing).toEqual([]);
  expect(foreign).toEqual([]);
});

test("after the first visit it works without a network, workers included", async ({
  page,
  context,
  site,
}) => {
  await visit(page, site);
  const files = (await kept(page)).flat();
  expect(files).toContain(site.address);
  expect(files.some((url) => url.endsWith(".wasm"))).toBe(true);
  expect(files.some((url) => url.endsWith("dropout.html"))).toBe(false);

  await goOffline(context, site);
  await page.goto(`${site.address}?figure=counts&counts.seed=3`);
  await opened(page);
  const names = await figureNames(page, site.address);
  await page.goto(site.address);
  await readOn(page);
  // Some are folded.
  for (const name of names) await expect(page.locator(`figure#${name}`)).toBeAttached();
  const subnetworks = await page.evaluate(async () => {
    const layer = { weight: [Array<number>(24).fill(1)], bias: [0], activation: "relu", p_drop: 0 };
    const network = { input_p_drop: 0.2, layers: [layer] };
    return (await window.dropout.average(network as never, Array<number>(24).fill(1))).subnetworks;
  });
  expect(subnetworks).toBe(2 ** 24);
});

test("an untouched page is kept as far as it goes, and says once what is missing", async ({
  page,
  context,
  site,
}) => {
  await page.goto(site.address);
  await opened(page);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  expect((await cacheNames(page)).map(isOpening)).toEqual([true]);
  const files = (await kept(page)).flat();
  expect(files).toContain(site.address);
  expect(files.some((url) => url.endsWith(".wasm"))).toBe(true);
  expect(files.filter((url) => url.includes("Section"))).toEqual([]);
  await expect(page.locator("main > section")).toHaveCount(1);

  await goOffline(context, site);
  await page.reload();
  await expect(whole(page)).toBeVisible();
  await readOn(page);
  const sections = page.locator("main > section");
  await expect(sections).toHaveCount(sectionNames.length);
  await expect(page.getByText("could not be fetched")).toHaveCount(1);
  await expect(sections.nth(1).getByText("could not be fetched")).toBeVisible();
});

const ways: [string, (page: Page) => Promise<unknown>, (page: Page) => Promise<void>][] = [
  ["stays", (page) => page.clock.install(), (page) => page.clock.runFor(25_000)],
  [
    "has a connection that costs nothing",
    (page) =>
      page.addInitScript(() =>
        Object.defineProperty(navigator, "connection", { value: { type: "wifi" } }),
      ),
    async () => {},
  ],
];
for (const [what, prepare, give] of ways) {
  test(`all of it is kept once the reader ${what}`, async ({ page, context, site }) => {
    await prepare(page);
    await page.goto(site.address);
    await opened(page);
    await expect.poll(async () => (await kept(page)).length).toBeGreaterThan(0);
    await give(page);
    await expect.poll(async () => (await cacheNames(page)).map(isOpening)).toEqual([false, true]);
    await expect.poll(async () => (await kept(page)).flat().length).toBeGreaterThan(50);
    await goOffline(context, site);
    await page.reload();
    await readOn(page);
    await expect(page.locator("figure#uncertainty")).toBeVisible();
    await expect(page.getByText("could not be fetched")).toHaveCount(0);
  });
}

test("a device that saves data keeps the opening until it is read on", async ({ page, site }) => {
  await page.clock.install();
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { type: "wifi", saveData: true } }),
  );
  await page.goto(site.address);
  await opened(page);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  await page.clock.runFor(30_000);
  await expect(page.locator("main > section")).toHaveCount(1);
  expect((await cacheNames(page)).map(isOpening)).toEqual([true]);
  await readOn(page);
  await expect.poll(async () => (await kept(page)).flat().length).toBeGreaterThan(50);
});

test("pages beside the lesson say that they need a connection", async ({ page, context, site }) => {
  await visit(page, site);
  const others = ["dropout.html", "example/", "api/"];
  for (const name of others.slice(0, 2)) {
    await page.goto(site.address + name);
    await expect(page).toHaveTitle(/Dropout/);
  }
  await goOffline(context, site);
  for (const name of others) {
    await page.goto(site.address + name);
    await expect(page.getByText("This page needs a connection")).toBeVisible();
    await page.getByRole("link", { name: "Open the lesson" }).click();
    await opened(page);
  }
});

test("a newer version is offered, and taken whole", async ({ page, context, folders, site }) => {
  test.slow(); // all its files are fetched twice
  await visit(page, site);
  const other = await context.newPage();
  await other.goto(site.address);
  await opened(other);
  site.show(folders.newer);

  // The version that is kept comes first, the newer one with it but not before it is wanted.
  await page.goto(`${site.address}?layer.seed=7`);
  await expect(page).toHaveTitle(/Dropout/);
  const note = page.getByRole("status").filter({ hasText: "newer version" });
  await expect(note).toBeVisible(); // once all its files are fetched
  await page.reload();
  await expect(page).toHaveTitle(/Dropout/);
  await note.getByRole("button", { name: "Reload" }).click();
  await expect(page).toHaveTitle("Newer");
  await expect(page.locator("figure#layer").getByLabel("Seed")).toHaveValue("7");
  await expect(note).toHaveCount(0);

  // The other page goes on with the older version, and its files, until it is reloaded.
  await expect(other).toHaveTitle(/Dropout/);
  const isOld = (name: string) => !name.endsWith("newer");
  expect((await cacheNames(other)).filter(isOld)).toHaveLength(2);
  expect((await cacheNames(other)).map(isOpening)).toEqual([false, false, true, true]);
  await site.close();
  await other.mouse.move(1, 1);
  await expect(other.locator("figure#uncertainty")).toBeVisible();
  await other.reload();
  await expect(other).toHaveTitle("Newer");
  await expect.poll(async () => (await cacheNames(other)).filter(isOld)).toEqual([]);
});

test("a host with files of two versions never gives a mixture", async ({ page, folders, site }) => {
  await visit(page, site);
  const before = await kept(page);
  // The service worker is the newer version's, the page still the older one's.
  await cp(join(folders.newer, "service-worker.js"), join(folders.site, "service-worker.js"));
  const refused = page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    const found = new Promise<ServiceWorker>((resolve) =>
      registration.addEventListener("updatefound", () => resolve(registration.installing!)),
    );
    await registration.update();
    const worker = await found;
    while (worker.state !== "redundant" && worker.state !== "installed") {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve));
    }
    return worker.state;
  });
  expect(await refused).toBe("redundant");
  await page.reload();
  await opened(page);
  await expect(page.getByRole("status").filter({ hasText: "newer version" })).toHaveCount(0);
  expect((await kept(page)).flat().sort()).toEqual(before.flat().sort());
});

test("a script that is gone leaves a page that says so", async ({ page, folders, site }) => {
  const html = await readFile(join(folders.site, "index.html"), "utf8");
  const script = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(html)![1]!;
  await unlink(join(folders.site, script));
  await page.goto(site.address);
  await expect(page.getByText("please reload the page")).toBeVisible();
});

test("without JavaScript, the page asks for it and does not say that it opens", async ({
  browser,
  site,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(site.address);
  const words = await page.locator("body").innerText();
  expect(words).toContain("please switch JavaScript on");
  expect(words).not.toContain("opening");
  await page.close();
});

test("browsers may install it", async ({ page, context, site }) => {
  await visit(page, site);
  const devtools = await context.newCDPSession(page);
  const { errors, url } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toBe(`${site.address}manifest.webmanifest`);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Tests run in profiles that leave no trace, where nothing is installed.
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
  ).toEqual([]);
  const { icons } = JSON.parse((await devtools.send("Page.getAppManifest")).data!);
  for (const { src } of icons) {
    expect((await page.request.get(site.address + src)).ok()).toBe(true);
  }
});
