// What the site tells search engines, previews of links and hosts, where it knows its address.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, type PluginOption } from "vite";
import { afterEach, expect, test, vi } from "vitest";

const folders: string[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.resetModules();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** Builds the site into a folder of its own, for SITE_URL. */
async function siteAt(address: string | undefined) {
  vi.stubEnv("SITE_URL", address);
  const { default: config } = await import("../../web/vite.config");
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  folders.push(folder);
  // That one writes into dist/.
  const plugins = config.plugins!.flat().filter((plugin: PluginOption) => {
    return !(plugin && "name" in plugin && plugin.name === "precache");
  });
  await build({
    ...config,
    configFile: false,
    logLevel: "error",
    plugins,
    build: { ...config.build, outDir: folder },
  });
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const page = await read("index.html");
  const attribute = (before: string) =>
    page.split(before)[1]?.match(/^\s*(?:href|content)="([^"]*)"/)?.[1];
  return { folder, read, page, attribute };
}

test.each(["https://lesson.example/dropout", "https://lesson.example/dropout//"])(
  "at %s, it names itself everywhere",
  async (given) => {
    const address = "https://lesson.example/dropout/";
    const { folder, read, page, attribute } = await siteAt(given);
    expect(attribute('<link rel="canonical"')).toBe(address);
    expect(attribute('<meta property="og:url"')).toBe(address);
    expect(attribute('<meta property="og:image"')).toBe(`${address}social.png`);
    expect(page.split(address)).toHaveLength(4); // and nowhere else: files are found beside it
    expect(await read("sitemap.xml")).toContain(`<url><loc>${address}</loc></url>`);
    expect(await read("robots.txt")).toBe(
      `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`,
    );
    expect(await read("404.html")).toContain(`<a href="${address}">${address}</a>`);
    const picture = await readFile(join(folder, "social.png"));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
      Number(attribute('<meta property="og:image:width"')),
      Number(attribute('<meta property="og:image:height"')),
    ]);
  },
);

test("without an address, it has relative ones, and leaves out what needs one", async () => {
  const { folder, read, attribute } = await siteAt(undefined);
  expect(attribute('<link rel="canonical"')).toBeUndefined();
  expect(attribute('<meta property="og:url"')).toBeUndefined();
  expect(attribute('<meta property="og:image"')).toBe("./social.png");
  expect(await read("robots.txt")).toBe("User-agent: *\nAllow: /\n");
  for (const name of ["sitemap.xml", "404.html"]) {
    expect(existsSync(resolve(folder, name))).toBe(false);
  }
});

test("what is no address stops the build", async () => {
  await expect(siteAt("lesson.example")).rejects.toThrow("Invalid URL");
});
