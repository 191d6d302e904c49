import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { dist } from "./common.ts";

/** Files of the site that its page does not ask for. */
const others = /^(service-worker\.js|404\.html|robots\.txt|sitemap\.xml|social\.png|example\/.*)$/;
/** Chunks that every page loads. */
const loaded = ["index", "keep"];
/** What a browser shows of the site beside the page. */
const beside = ["index.html", "favicon.svg", "manifest.webmanifest"];

const sha256 = (content: Buffer | string) => createHash("sha256").update(content).digest("base64");

/** What style sheets and chunks name and the opening shows: formulas, and so their font, come later. */
const isShown = (asset: string) => /\/inter-.*\.woff2$|\.wasm$/.test(asset);

/** What a chunk needs before it runs: its static imports, style sheets, fonts and .wasm files. */
function needsOf(bundle: Rolldown.OutputBundle, name: string): string[] {
  const file = bundle[name];
  const assets = Object.keys(bundle).filter(isShown);
  const named = (text: string) => assets.filter((asset) => text.includes(asset.split("/").at(-1)!));
  if (file?.type === "asset") return named(Buffer.from(file.source).toString());
  return file ? [...file.imports, ...file.viteMetadata!.importedCss, ...named(file.code)] : [];
}

function openingOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const first = chunks.filter(({ name }) => loaded.includes(name));
  const found = new Set(first.map(({ fileName }) => fileName));
  for (const name of found) {
    if (!name.endsWith(".wasm")) for (const need of needsOf(bundle, name)) found.add(need);
  }
  return [...beside, ...found];
}

/** Tells service-worker.js which files the site consists of, once all of them are written. */
export function precache(): Plugin {
  let opening: string[] = [];
  return {
    name: "precache",
    apply: "build",
    writeBundle(_, bundle) {
      opening = openingOf(bundle);
    },
    async closeBundle() {
      const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => resolve(entry.parentPath, entry.name).slice(dist.length + 1))
        .filter((name) => !others.test(name))
        .sort();
      const hashes = async (wanted: string[]) => {
        const entries = wanted.map(async (name) => {
          const content = await readFile(resolve(dist, name));
          return [name === "index.html" ? "./" : name, `sha256-${sha256(content)}`] as const;
        });
        return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
      };
      const files = {
        opening: await hashes(names.filter((name) => opening.includes(name))),
        rest: await hashes(names.filter((name) => !opening.includes(name))),
      };
      const version = sha256(JSON.stringify(files)).slice(0, 12);
      const worker = resolve(dist, "service-worker.js");
      const code = await readFile(worker, "utf8");
      const known = `const precache=${JSON.stringify({ version, ...files })};\n`;
      await writeFile(worker, known + code);
    },
  };
}
