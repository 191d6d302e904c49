// What holds for every address and every setting, tried on random ones. scripts/fuzz tries more.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Seed } from "../../web/src/api/core/types";
import { fields as ofAverages } from "../../web/src/figures/averages/fields";
import { keyOf } from "../../web/src/figures/shared/key";
import { embeddedAddress } from "../../web/src/ui/sharing/embed_code";
import { embedding } from "../../web/src/ui/sharing/embedding";
import { query, read, write } from "../../web/src/state/address";
import {
  choice,
  flag,
  json,
  list,
  number,
  pDrop,
  seed,
  tuple,
  whole,
  type Fields,
} from "../../web/src/state/fields";
import { seedFrom } from "../../web/src/api/input/seeds";
import { check } from "../properties";

interface Values {
  pDrop: number;
  seed: Seed;
  units: number;
  inputs: [number, number];
  switched: string[];
  generator: string;
  paper: boolean;
  network: unknown;
}

const fields: Fields<Values> = {
  pDrop: pDrop(0.5),
  seed: seed(12, "Seed"),
  units: whole(4, { min: 1, max: 1000 }),
  inputs: tuple(number(1, { min: -10, max: 10 }), number(0.6, { min: -10, max: 10 })),
  switched: list<string>(choice("0/0", ["0/0", "0/1", "1/0"]), 3),
  generator: choice("torch", ["torch", "numpy"]),
  paper: flag(false),
  network: json<unknown>(null, () => true, 1000),
};

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const values: fc.Arbitrary<Values> = fc.record({
  pDrop: within(0, 1),
  seed: fc
    .oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }))
    .map((seed) => seedFrom(String(seed))!),
  units: fc.integer({ min: 1, max: 1000 }),
  inputs: fc.tuple(within(-10, 10), within(-10, 10)),
  switched: fc.array(fc.constantFrom("0/0", "0/1", "1/0"), { maxLength: 3 }),
  generator: fc.constantFrom("torch", "numpy"),
  paper: fc.boolean(),
  network: fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value).length <= 1000),
});

const names = [...Object.keys(fields), ...Object.keys(ofAverages), "__proto__", "constructor", ""];
const numerals = fc.oneof(fc.double().map(String), fc.bigInt().map(String));
const setting = fc.oneof(
  fc.string({ unit: "binary" }),
  numerals,
  fc.array(fc.oneof(numerals, fc.constantFrom("0/1", "")), { maxLength: 5 }).map(String),
  fc.json({ maxDepth: 4 }),
);
/** Addresses as anyone may write them, most of them of settings that there are. */
const addresses = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...names).map((name) => `layer.${name}`),
        fc.string(),
        fc.constantFrom("figure", "theme", "controls"),
      ),
      setting,
    ),
    { maxLength: 12 },
  )
  .map((parameters) => new URLSearchParams(parameters));

function written<T extends object>(of: Fields<T>, settings: T, before = "") {
  const parameters = new URLSearchParams(before);
  write("layer", of, settings, parameters);
  return query(parameters);
}

describe("settings", () => {
  test("that are written are read again", () => {
    check(values, (settings) => {
      const again = read("layer", fields, new URLSearchParams(written(fields, settings)));
      expect(again.ignored).toEqual([]);
      expect(keyOf(again.values)).toBe(keyOf(settings)); // an address does not tell -0 from 0
    });
  });

  test("leave others' parameters alone", () => {
    check(fc.tuple(values, addresses), ([settings, parameters]) => {
      const others = (address: string) =>
        [...new URLSearchParams(address)].filter(([name]) => !name.startsWith("layer."));
      const before = parameters.toString();
      expect(others(written(fields, settings, before))).toEqual(others(before));
    });
  });
});

describe.each([
  ["all kinds of fields", fields],
  ["the fields of a figure", ofAverages],
])("any address, with %s,", (_, of) => {
  const these = of as unknown as Fields<Record<string, unknown>>;

  test("gives settings that can be written, and names the rest", () => {
    check(addresses, (parameters) => {
      const { values, ignored } = read("layer", these, parameters);
      expect(Object.keys(values)).toEqual(Object.keys(these));
      for (const name of Object.keys(these)) {
        expect(these[name]!.toText(values[name]), name).toBeDefined();
      }
      for (const { name } of ignored) expect(name.startsWith("layer.")).toBe(true);
      // What it means once, it means for ever.
      const address = written(these, values);
      const again = read("layer", these, new URLSearchParams(address));
      expect(again.ignored).toEqual([]);
      expect(written(these, again.values)).toBe(address);
    });
  });
});

test("a figure for another page keeps its own settings and no others", () => {
  const page = "https://a.example/x/";
  check(addresses, (parameters) => {
    const here = new URL(`${page}?${parameters.toString()}`);
    const wanted = { ...embedding(new URLSearchParams("figure=layer"))!, showsControls: false };
    const there = new URL(embeddedAddress(here, wanted));
    expect(there.origin + there.pathname).toBe(page);
    expect(embedding(there.searchParams)).toEqual(wanted);
    const own = (address: URL) =>
      [...address.searchParams].filter(([name]) => name.startsWith("layer."));
    expect(own(there)).toEqual(own(here));
  });
});
