// The package's entries with everything inside, in the bundles of bundlers that take along no files.
import { createRequire } from "node:module";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { rollup } from "rollup";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newProject, type Project } from "./project";
import { complete, pageWith, scriptOf, served } from "./served";

let project: Project;
beforeAll(async () => {
  project = await newProject();
});
afterAll(() => project.remove());

const inProject = (...path: string[]) => join(project.folder, ...path);

type Bundle = (entry: string, folder: string) => Promise<void>;

const withEsbuild =
  (format: "esm" | "cjs" | "iife", end = ".js"): Bundle =>
  async (entry, folder) => {
    await build({
      entryPoints: [inProject(entry)],
      bundle: true,
      format,
      platform: format === "iife" ? "browser" : "node",
      outdir: inProject(folder),
      outExtension: { ".js": end },
      logLevel: "error",
      // In a bundle for browsers, all paths of it are compiled.
      logOverride: { "empty-import-meta": "silent" },
    });
  };

const withRollup: Bundle = async (entry, folder) => {
  const require = createRequire(inProject("package.json"));
  const bundle = await rollup({
    input: inProject(entry),
    external: /^node:/,
    plugins: [
      {
        name: "packages",
        resolveId: (id) => (id.startsWith("dropout-lesson") ? require.resolve(id) : null),
      },
    ],
  });
  await bundle.write({ dir: inProject(folder), format: "es" });
};

test.each([
  ["esbuild", withEsbuild("esm"), "main.js"],
  ["esbuild, as CommonJS", withEsbuild("cjs", ".cjs"), "main.cjs"],
  ["Rollup", withRollup, "main.js"],
])(
  "%s bundles the API for Node.js: the core and the digits are inside",
  async (name, bundle, file) => {
    await project.write(
      "main.js",
      `import { load } from "dropout-lesson/inline";
     load().then(async (dropout) => {
       const layer = { weight: [Array(20).fill(1)], bias: [0], activation: "relu", p_drop: 0 };
       const network = { input_p_drop: 0.2, layers: [layer] };
       const { subnetworks } = await dropout.average(network, Array(20).fill(1));
       const masks = dropout.masks({ generator: "numpy", seed: 0, p_drop: 0.5, samples: 2, units: 2 });
       const { targets } = await dropout.digits();
       console.log(JSON.stringify({ subnetworks, masks, digits: targets.length }));
     });`,
    );
    const folder = `node-${name.replaceAll(/\W+/g, "-")}`;
    await bundle("main.js", folder);
    expect(JSON.parse(await project.run("node", join(folder, file)))).toEqual({
      subnetworks: 2 ** 20,
      masks: [
        [1, 1],
        [1, 1],
      ],
      digits: 1797,
    });
  },
);

test.each([
  ["esbuild", withEsbuild("iife")],
  ["Rollup", withRollup],
])("%s bundles the element and the API for pages: core, workers, styles", async (name, bundle) => {
  await project.write("page.js", scriptOf("dropout-lesson/inline", "dropout-lesson/inline/figure"));
  const folder = inProject(`page-${name}`);
  await mkdir(folder);
  await bundle("page.js", `page-${name}`);
  expect((await readdir(folder)).filter((file) => !file.endsWith(".js"))).toEqual([]);
  await writeFile(join(folder, "index.html"), pageWith("./page.js"));
  expect(await served(folder)).toEqual(complete);
});
