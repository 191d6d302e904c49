// By what scripts/test tells whether a test of the page depends on a change of the site.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isPart, siteOf } from "../web/site_files";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function site(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return siteOf(folder);
}

const index = (hash: string) => `<script src="./assets/index-${hash}.js"></script>`;
const main = (hash: string) => `const die = () => import("./DieFigure-${hash}.js");`;
const before = {
  "index.html": index("Aa_1bb-2"),
  "assets/index-Aa_1bb-2.js": main("DieDie11"),
  "assets/DieFigure-DieDie11.js": "roll(6)",
  "assets/DieFigure-Styles11.css": "b {}",
};

const changed = (a: Map<string, string>, b: Map<string, string>) =>
  [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));

test("a figure that changes is the only file that does, though all names change with it", () => {
  const after = {
    "index.html": index("Bb_1bb-2"),
    "assets/index-Bb_1bb-2.js": main("DieDie22"),
    "assets/DieFigure-DieDie22.js": "roll(8)",
    "assets/DieFigure-Styles11.css": "b {}",
  };
  expect(changed(site(before), site(after))).toEqual(["assets/DieFigure-*.js"]);
});

test("what else changes, comes or goes is a change", () => {
  const { "index.html": _, ...without } = before;
  expect(changed(site(before), site(without))).toEqual(["index.html"]);
  expect(changed(site(before), site({ ...before, "opening.js": "" }))).toEqual(["opening.js"]);
  const other = { ...before, "assets/index-Aa_1bb-2.js": `${main("DieDie11")}start()` };
  expect(changed(site(before), site(other))).toEqual(["assets/index-*.js"]);
});

test("of two files with one name, each counts", () => {
  const two = { "assets/a-11111111.js": "1", "assets/a-22222222.js": "2" };
  for (const name of Object.keys(two)) {
    expect(changed(site(two), site({ ...two, [name]: "3" }))).toEqual(["assets/a-*.js"]);
  }
});

test("figures and sections are parts, and what only other pages ask for", () => {
  const parts = ["assets/DieFigure-*.js", "assets/WhySection-*.js", "dropout.html", "inline.js"];
  expect(parts.filter(isPart)).toEqual(parts);
  const always = ["assets/worker-*.js", "assets/digits-*.bin", "assets/Section-*.js", "dropout.js"];
  expect(always.filter(isPart)).toEqual([]);
});
