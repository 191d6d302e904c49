import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** The entries of tests/mutations.txt, as scripts/mutate reads them. */
const mutations = readFileSync(resolve(root, "tests/mutations.txt"), "utf8")
  .split(/^(?=core\/)/m)
  .slice(1)
  .map((entry) => {
    const [file, ...lines] = entry.split("\n");
    const part = (sign: string) =>
      lines
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(1))
        .join("\n");
    return { file: file!, old: part("-"), wrong: part("+") };
  });

test("each wrong formula replaces a piece of code that occurs once", () => {
  const misfits = mutations.filter(({ file, old, wrong }) => {
    const pieces = readFileSync(resolve(root, file), "utf8").split(old);
    return pieces.length !== 2 || old === wrong;
  });
  expect(mutations.length).toBeGreaterThan(100);
  expect(misfits).toEqual([]);
});
