import { describe, expect, test } from "vitest";
import { query, read, updated, write } from "../../web/src/state/address";
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
} from "../../web/src/state/fields";

const fields = {
  pDrop: pDrop(0.5),
  seed: seed(12, "Seed"),
  units: whole(4, { min: 1, max: 1000 }),
  inputs: tuple(number(1, { min: -10, max: 10 }), number(0.6, { min: -10, max: 10 })),
  switched: list<string>(choice("0/0", ["0/0", "0/1", "1/0"]), 3),
  generator: choice("torch", ["torch", "numpy"]),
  paper: flag(false),
  network: json<object | null>(null, (value) => value === null || typeof value === "object", 40),
};
const initial = {
  pDrop: 0.5,
  seed: 12,
  units: 4,
  inputs: [1, 0.6] as [number, number],
  switched: [] as string[],
  generator: "torch",
  paper: false,
  network: null,
};
const parsed = (address: string) => read("layer", fields, new URLSearchParams(address));

type Values = ReturnType<typeof parsed>["values"];

function address(values: object, before = ""): string {
  const parameters = new URLSearchParams(before);
  write("layer", fields, { ...initial, ...values } as Values, parameters);
  return query(parameters);
}

describe("what is written is read again", () => {
  test.each([
    {},
    { pDrop: 0 },
    { pDrop: 0.1 + 0.2 },
    { pDrop: 1e-300 },
    { seed: 0 },
    { seed: Number.MAX_SAFE_INTEGER },
    { seed: -1 },
    { seed: 9007199254740993n },
    { seed: 18446744073709551615n },
    { seed: -9223372036854775808n },
    { units: 1000 },
    { inputs: [-10, 1e-7] },
    { switched: ["0/1", "1/0"] },
    { generator: "numpy", paper: true },
    { network: { "a&b=c": [1, "ü, #?"] } },
  ])("%o", (values) => {
    expect(parsed(address(values))).toEqual({ values: { ...initial, ...values }, ignored: [] });
  });
});

test("initial values leave no trace, and others' parameters stay", () => {
  expect(address({})).toBe("");
  expect(address({ seed: 3 }, "?utm=1&layer.seed=7&counts.seed=2")).toBe(
    "?utm=1&layer.seed=3&counts.seed=2",
  );
  expect(address({}, "?layer.seed=7&counts.seed=2")).toBe("?counts.seed=2");
});

test("one state has one address, in whatever order it was reached", () => {
  const both = { ...initial, pDrop: 0.2, paper: true };
  const reached = address(both, address({ ...initial, paper: true }));
  expect(reached).toBe(address(both));
  expect(reached).toBe(address(both, address({ ...initial, pDrop: 0.2 })));
});

test("a value that nothing can be shown for leaves the address as it is", () => {
  for (const pDrop of [NaN, 1.1, -0.1, "abc", Infinity]) {
    expect(address({ pDrop }, "?layer.pDrop=0.2")).toBe("?layer.pDrop=0.2");
  }
  for (const seed of [NaN, 0.5, 2 ** 53, "abc", 2n ** 64n, -(2n ** 63n) - 1n]) {
    expect(address({ seed }, "?layer.seed=-1")).toBe("?layer.seed=-1");
  }
  expect(address({ inputs: [1, NaN] }, "?layer.inputs=1,2")).toBe("?layer.inputs=1,2");
  expect(address({ network: { long: "x".repeat(50) } })).toBe("");
});

describe("what makes no sense is named, and the initial value stands in", () => {
  test.each([
    "layer.pDrop=",
    "layer.pDrop=1.1",
    "layer.pDrop=-0.1",
    "layer.pDrop=NaN",
    "layer.pDrop=0x1",
    "layer.pDrop=1e999",
    "layer.pDrop=%200.5",
    "layer.seed=1.5",
    "layer.seed=1e+3",
    "layer.seed=--1",
    "layer.seed=1n",
    "layer.seed=18446744073709551616",
    "layer.seed=-9223372036854775809",
    "layer.units=0",
    "layer.inputs=1",
    "layer.inputs=1,2,3",
    "layer.inputs=1,",
    "layer.switched=0/0,0/0,0/0,0/0",
    "layer.switched=2/2",
    "layer.generator=constructor",
    "layer.paper=yes",
    "layer.network={",
    "layer.network=7",
    `layer.network=["${"x".repeat(40)}"]`,
    "layer.__proto__=1",
    "layer.toString=1",
    "layer.seed.x=1",
    "layer.=1",
  ])("%s", (text) => {
    const { values, ignored } = parsed(text);
    expect(values).toEqual(initial);
    expect(ignored.map(({ name }) => name)).toEqual([decodeURIComponent(text.split("=")[0]!)]);
  });

  test("but not where it is of another figure, or of nobody", () => {
    expect(parsed("layers.seed=x&seed=x&utm_source=layer.seed").ignored).toEqual([]);
  });
});

test("values read are the reader's own, and change nothing for the next", () => {
  parsed("").values.inputs.push(5);
  expect(parsed("").values).toEqual(initial);
});

test("what was kept follows what has changed since", () => {
  const after = (kept: string, before: string, now: string) =>
    query(
      updated(new URLSearchParams(kept), new URLSearchParams(before), new URLSearchParams(now)),
    );
  expect(after("layer.seed=9", "layer.seed=7", "layer.seed=7")).toBe("?layer.seed=9");
  expect(after("layer.seed=9", "layer.seed=7", "layer.seed=8")).toBe("?layer.seed=8");
  expect(after("layer.seed=9&layer.pDrop=0.2", "layer.seed=7", "")).toBe("?layer.pDrop=0.2");
  expect(after("layer.seed=9", "", "layer.pDrop=0.8")).toBe("?layer.seed=9&layer.pDrop=0.8");
  // Set to what is usual, though the attribute asks for something else.
  expect(after("", "layer.seed=7", "layer.seed=7")).toBe("");
});
