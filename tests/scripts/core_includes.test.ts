import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const core = resolve(import.meta.dirname, "../../core");

/** The core's topics, and which other topics each may include. */
const foundations: Record<string, string[]> = {
  support: [],
  random: ["support"],
  network: ["support", "random"],
  masks: ["support", "random", "network"],
  averaging: ["support", "random", "network", "masks"],
  gradients: ["support", "random", "network", "masks"],
  data: ["support", "random"],
  training: ["support", "random", "network", "masks", "gradients", "data"],
};

const files = ["include/dropout", "src"].flatMap((folder) =>
  readdirSync(resolve(core, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\/.*\.(h|cpp)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

/** Every include of the core's own headers: "dropout/network/forward.h" is public, "network/x.h" private. */
const includes = files.flatMap((file) => {
  const from = file.split("/").at(-2)!;
  const source = readFileSync(resolve(core, file), "utf8");
  return [...source.matchAll(/^#include "(dropout\/)?(\w+)\/(\w+\.h)"/gm)].map(
    ([, isPublic, to, header]) => ({
      file,
      from,
      to: to!,
      header: `${isPublic ?? ""}${to}/${header}`,
    }),
  );
});

test("each topic includes only those before it", () => {
  expect(includes.length).toBeGreaterThan(200);
  const backward = includes.filter(
    ({ from, to }) => to !== from && !foundations[from]?.includes(to),
  );
  expect(backward.map(({ file, header }) => `${file}: ${header}`)).toEqual([]);
});

test("every topic is listed", () => {
  const topics = new Set(files.map((file) => file.split("/").at(-2)));
  expect([...topics].sort()).toEqual(Object.keys(foundations).sort());
});

test("no public header includes a private one", () => {
  const isPublic = ({ file }: { file: string }) => file.startsWith("include/");
  const leaks = includes.filter((each) => isPublic(each) && !each.header.startsWith("dropout/"));
  expect(leaks).toEqual([]);
});

test("dropout.h includes every public header", () => {
  const all = readFileSync(resolve(core, "include/dropout/dropout.h"), "utf8");
  const included = [...all.matchAll(/^#include "(.*)"$/gm)].map(([, header]) => header!);
  const headers = files
    .filter((file) => file.startsWith("include/"))
    .map((file) => file.slice("include/".length));
  expect(included.sort()).toEqual(headers.sort());
});
