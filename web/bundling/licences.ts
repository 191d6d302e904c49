import { readFile, readdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { dist, web } from "./common.ts";

const root = resolve(web, "..");
const read = (file: string) => readFile(resolve(root, file), "utf8");
export const licencesFile = "LICENSES.txt";

const core = `The core, a .wasm file, contains parts of
Eigen, unchanged, under the Mozilla Public License 2.0: https://eigen.tuxfamily.org/
Emscripten's libraries, under the MIT License and others: https://emscripten.org/
`;

/** Writes down under which licences all that is shipped may be used. */
export function licences(): Plugin {
  return {
    name: "licences",
    async writeBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === "chunk" ? Object.keys(file.modules) : [],
      );
      const folders = modules.flatMap(
        (id) => /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? [],
      );
      const sections = await Promise.all([
        section("This lesson", await read("LICENSE")),
        section("Its core", core),
        section("The digits", await read("web/data/README.md")),
        section("The font Inter", await read("web/src/ui/styles/fonts/INTER-LICENSE.txt")),
        section(
          "The font Latin Modern Math",
          await read("web/src/ui/styles/fonts/GUST-FONT-LICENSE.txt"),
        ),
        ...[...new Set(folders)].sort().map(ofPackage),
      ]);
      await writeFile(resolve(dist, licencesFile), sections.join("\n"));
    },
  };
}

const section = (title: string, licence: string) => `== ${title}\n\n${licence.trim()}\n`;

async function ofPackage(folder: string) {
  const [file] = (await readdir(folder)).filter((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${folder} has no licence to ship`);
  const { name } = JSON.parse(await readFile(resolve(folder, "package.json"), "utf8"));
  return section(name, await readFile(resolve(folder, file), "utf8"));
}
