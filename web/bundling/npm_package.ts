import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { dist, web } from "./common.ts";
import { writeDeclarations } from "./declarations.ts";
import { licencesFile } from "./licences.ts";

/** What inline.config.ts writes: entries with everything inside, and a folder of what they share. */
export const inline = "inline";
export const inlineFigure = "inline-figure";

/** Whose JSX can have types of the element. */
const frameworks = ["preact", "react", "solid", "svelte"];

/** Makes dist/ an npm package of the library: `npm pack ./dist` packs what was built, and no more. */
export function npmPackage(): Plugin {
  return {
    name: "npm-package",
    async writeBundle(_, bundle) {
      const project = resolve(web, "..");
      const { name, version, license, engines } = JSON.parse(
        await readFile(resolve(project, "package.json"), "utf8"),
      );
      const declare = (module: string) => writeDeclarations(module, resolve(dist, "types"));
      const types = {
        dropout: await declare("src/api/dropout.ts"),
        figure: await declare("src/element/dropout_figure.ts"),
      };
      const figure = (file: string) => ({ types: `./${types.figure}`, default: file });
      const withJsx: Record<string, object> = {};
      for (const framework of frameworks) {
        withJsx[`./figure/${framework}`] = {
          types: `./${await declare(`src/element/jsx/${framework}.ts`)}`,
          default: "./dropout-figure.js",
        };
      }
      const description = {
        name,
        version,
        license,
        description: "Dropout's masks, subnetworks and exact averages, computed in WebAssembly",
        type: "module",
        engines,
        exports: {
          ".": {
            types: `./${types.dropout}`,
            node: "./node.js",
            default: "./dropout.js",
          },
          "./figure": figure("./dropout-figure.js"),
          "./inline": { types: `./${types.dropout}`, default: `./${inline}.js` },
          "./inline/figure": figure(`./${inlineFigure}.js`),
          ...withJsx,
          "./package.json": "./package.json",
        },
        files: [...Object.keys(bundle), inline, `${inline}*.js`, "types", licencesFile],
        // Importing the figure defines its element.
        sideEffects: ["./dropout-figure.js", `./${inlineFigure}.js`],
      };
      await writeFile(resolve(dist, "package.json"), JSON.stringify(description, null, 2) + "\n");
    },
  };
}
