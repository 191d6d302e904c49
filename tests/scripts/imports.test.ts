// The folders of web/src import each other in one direction only.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  againstTheOrder,
  circleIn,
  edgesOf,
  folderOf,
  readImports,
  rows,
  table,
  type Import,
} from "../../scripts/imports.mjs";

const imports = readImports();

test("no import goes against the order of the folders", () => {
  expect(imports.length).toBeGreaterThan(900);
  expect(againstTheOrder(imports)).toEqual([]);
});

test("neither files nor folders import each other in a circle, not even types", () => {
  expect(circleIn(edgesOf(imports))).toBeUndefined();
  expect(circleIn(edgesOf(imports, folderOf))).toBeUndefined();
});

test("each folder that the order names exists, and has a row in the table", () => {
  const lines = table(imports).split("\n").slice(2);
  expect(lines).toHaveLength(rows.flat().length);
  const folders = new Set(imports.flatMap(({ from, to }) => [folderOf(from), folderOf(to)]));
  for (const name of rows.flat()) {
    if (!name.endsWith("*")) expect(folders).toContain(name);
  }
  expect(lines[0]).toBe("| `api/core/` | nothing |");
});

/** What is read from these files, by their paths. */
function readFrom(files: Record<string, string>): Import[] {
  const root = mkdtempSync(join(tmpdir(), "imports-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }
  return readImports(root);
}

test("imports of components, of types, in calls and by patterns are all read", () => {
  const found = readFrom({
    "main.ts": 'export { a } from "./api/a";\nvoid import("./lesson/Page.svelte");',
    "api/a.ts": 'import "svelte";\nimport worker from "./worker?worker&url";',
    "api/worker.ts": "",
    "lesson/Page.svelte": `
      <script module lang="ts">
        import type { A } from "../api/a";
      </script>
      <script lang="ts">
        const files = import.meta.glob(["./*Section.svelte", "!./Other.svelte"]);
        type Later = import("../api/a").Later;
      </script>
      <p>import "./nothing"</p>`,
    "lesson/OneSection.svelte": "",
  });
  expect(found).toEqual([
    { from: "api/a.ts", to: "api/worker.ts", isType: false },
    { from: "lesson/Page.svelte", to: "api/a.ts", isType: true },
    { from: "lesson/Page.svelte", to: "lesson/OneSection.svelte", isType: false },
    { from: "lesson/Page.svelte", to: "api/a.ts", isType: true },
    { from: "main.ts", to: "api/a.ts", isType: false },
    { from: "main.ts", to: "lesson/Page.svelte", isType: false },
  ]);
});

test("an import of a missing file, or of a folder without a row, is an error", () => {
  expect(() => readFrom({ "main.ts": 'import "./missing";' })).toThrow("main.ts imports ./missing");
  expect(() => folderOf("elsewhere/a.ts")).toThrow("elsewhere/a.ts");
  expect(folderOf("figures/die/DieChart.svelte")).toBe("figures/die");
  expect(folderOf("text/en/die.ts")).toBe("text");
});

const imported = (from: string, to: string, isType = false): Import => ({ from, to, isType });

test.each([
  ["the library, of the page", imported("api/dropout.ts", "text/index.ts", true)],
  ["parts, of figures", imported("ui/chart/Axis.svelte", "figures/die/DieChart.svelte")],
  ["one figure, of another", imported("figures/die/a.ts", "figures/why/b.ts")],
  ["figures, of the lesson", imported("figures/die/a.ts", "lesson/open.ts")],
  ["words, of values", imported("text/en/die.ts", "api/core/types.ts")],
  ["anything, of the page's start", imported("lesson/open.ts", "main.ts")],
])("there is no import in %s", (_, wrong) => {
  expect(againstTheOrder([wrong])).toEqual([expect.stringContaining(wrong.to)]);
});

test("a circle is found, however long", () => {
  const circle = [imported("a.ts", "b.ts"), imported("b.ts", "c.ts"), imported("c.ts", "b.ts")];
  expect(circleIn(edgesOf(circle))).toEqual(["b.ts", "c.ts"]);
  expect(circleIn(edgesOf(circle.slice(0, 2)))).toBeUndefined();
});
