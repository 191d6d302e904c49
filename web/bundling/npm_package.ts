import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { dist, web } from "./common.ts";
import { writeDeclarations } from "./declarations.ts";
import { licencesFile } from "./licences.ts";

/** Makes dist/ an npm package of the library: `npm pack ./dist` packs what was built, and no more. */
export function npmPackage(): Plugin {
  return {
    name: "npm-package",
    async writeBundle(_, bundle) {
      const project = resolve(web, "..");
      const { name, version, license } = JSON.parse(
        await readFile(resolve(project, "package.json"), "utf8"),
      );
      const types = {
        dropout: await writeDeclarations("src/dropout.ts", resolve(dist, "types")),
        figure: await writeDeclarations("src/element/dropout_figure.ts", resolve(dist, "types")),
      };
      const description = {
        name,
        version,
        license,
        description: "Dropout's masks, subnetworks and exact averages, computed in WebAssembly",
        type: "module",
        exports: {
          ".": {
            types: `./${types.dropout}`,
            node: "./node.js",
            default: "./dropout.js",
          },
          "./figure": { types: `./${types.figure}`, default: "./dropout-figure.js" },
        },
        files: [...Object.keys(bundle), "types", licencesFile],
        // Importing the figure defines its element.
        sideEffects: ["./dropout-figure.js"],
      };
      await writeFile(resolve(dist, "package.json"), JSON.stringify(description, null, 2) + "\n");
    },
  };
}
