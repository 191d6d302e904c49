import { describe, expect, test } from "vitest";
import { allowed, parametersOf } from "../../web/src/element/attributes";
import { meaningless, invalidOptions } from "../../web/src/ui/sharing/embedding";
import { storageKey } from "../../web/src/state/storage";

const owners = ["layer", "page"];
const found = (query: string) =>
  meaningless(owners, new URLSearchParams(query)).map(
    ({ name, text, isRepeated }) => `${name}=${text}${isRepeated ? " again" : ""}`,
  );

describe("what an address has that means nothing", () => {
  test.each([
    ["figure=layer&controls=0&caption=1&theme=dark&layer.seed=7", []],
    ["figure=layer&controls=maybe", ["controls=maybe"]],
    ["figure=layer&caption=", ["caption="]],
    ["figure=layer&theme=purple", ["theme=purple"]],
    ["figure=layer&figure=layer", ["figure=layer again"]],
    ["figure=layer&controls=0&controls=1&controls=1", ["controls=1 again", "controls=1 again"]],
    ["layer.seed=1&layer.seed=2&page.convention=paper", ["layer.seed=2 again"]],
    // Where the lesson is whole, these are about nothing.
    ["controls=0&theme=dark", ["controls=0", "theme=dark"]],
    // A figure that there is not is named once for each.
    ["layers.seed=1&layers.seed=2", ["layers.seed=1", "layers.seed=2"]],
    // Other people's business.
    ["utm_source=a&utm_source=b&constructor=1&__proto__=2&__proto__=3", []],
  ])("%s", (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

test("an element's own attributes have values that mean something", () => {
  const attributes = (given: Record<string, string>) => {
    const element = {
      getAttribute: (name: string) => given[name] ?? null,
      attributes: Object.entries(given).map(([name, value]) => ({ name, value })),
    };
    return invalidOptions(parametersOf(element as unknown as Element), allowed);
  };
  expect(attributes({ figure: "layer", controls: "off", caption: "", theme: "dark" })).toEqual([]);
  expect(attributes({ figure: "layer", controls: "maybe", caption: "0", theme: "Dark" })).toEqual([
    { name: "controls", text: "maybe" },
    { name: "caption", text: "0" },
    { name: "theme", text: "Dark" },
  ]);
});

test("sites of one origin have keys of their own", () => {
  const key = storageKey("https://user.example/lesson/index.html?layer.seed=7#layer", "theme");
  expect(key).toBe(storageKey("https://user.example/lesson/", "theme"));
  expect(key).not.toBe(storageKey("https://user.example/copy/", "theme"));
  expect(key).not.toBe(storageKey("https://user.example/", "theme"));
});
