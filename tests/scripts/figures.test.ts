// A figure is registered by its name: its files and its words have names that follow from that.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { componentName, figureFile, figureNames, isFigure } from "../../web/src/figures/names";
import { contents } from "../../web/src/text/en/contents";

const source = resolve(import.meta.dirname, "../../web/src");

test("each figure is where its name says, and no other folder has one", () => {
  expect(figureFile("four-subnetworks")).toBe("./four_subnetworks/FourSubnetworksFigure.svelte");
  const found = readdirSync(join(source, "figures"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("Figure.svelte") && !file.startsWith("shared"))
    .map((file) => `./${file}`);
  expect(found.sort()).toEqual(figureNames.map(figureFile).sort());
});

test("each question in the list of contents is a figure's, and has its section", () => {
  const names = Object.keys(contents);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    if (!isFigure(name)) throw new Error(`there is no figure "${name}"`);
    expect(existsSync(join(source, "lesson", `${componentName(name)}Section.svelte`))).toBe(true);
  }
  expect(isFigure("Hook")).toBe(false);
});
