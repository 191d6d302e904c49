import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { dist } from "./common.ts";

/** Files of the site that its page does not ask for. */
const others = /^(service-worker\.js|404\.html|robots\.txt|sitemap\.xml|social\.png|example\/.*)$/;

const sha256 = (content: Buffer | string) => createHash("sha256").update(content).digest("base64");

/** Tells service-worker.js which files the site consists of, once all of them are written. */
export function precache(): Plugin {
  return {
    name: "precache",
    apply: "build",
    async closeBundle() {
      const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => resolve(entry.parentPath, entry.name).slice(dist.length + 1))
        .filter((name) => !others.test(name))
        .sort();
      const files: Record<string, string> = {};
      for (const name of names) {
        const address = name === "index.html" ? "./" : name;
        files[address] = `sha256-${sha256(await readFile(resolve(dist, name)))}`;
      }
      const version = sha256(JSON.stringify(files)).slice(0, 12);
      const worker = resolve(dist, "service-worker.js");
      const code = await readFile(worker, "utf8");
      const known = `const precache=${JSON.stringify({ version, files })};\n`;
      await writeFile(worker, known + code);
    },
  };
}
