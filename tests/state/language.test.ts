import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "svelte/compiler";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../web/src");
const components = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".svelte"),
);

/** Names of file formats and of numbers: the same in every language. */
const ofNoLanguage = new Set(["SVG", "PNG", "CSV", "JSON"]);
const attributes = new Set(["aria-label", "title", "alt", "placeholder", "label"]);

/** What a reader would read, as it stands in the markup. */
function words(node: unknown, inAttribute = false): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => words(each, inAttribute));
  if (typeof node !== "object" || node === null) return [];
  const { type, name, data, ...rest } = node as Record<string, unknown>;
  if (type === "Text") return /\p{L}{2}/u.test(String(data)) ? [String(data).trim()] : [];
  if (type === "Attribute" && !attributes.has(String(name))) return [];
  if (type === "StyleSheet" || type === "StyleDirective" || type === "Script") return [];
  return Object.entries(rest).flatMap(([key, value]) =>
    key === "parent" || key === "metadata" ? [] : words(value, inAttribute),
  );
}

test("every sentence stands in text/, none in a component", () => {
  expect(components.length).toBeGreaterThan(50);
  const found = components.flatMap((name) => {
    const { fragment } = parse(readFileSync(join(source, name), "utf8"), { modern: true });
    return words(fragment)
      .filter((text) => !ofNoLanguage.has(text))
      .map((text) => `${name}: ${text}`);
  });
  expect(found).toEqual([]);
});
