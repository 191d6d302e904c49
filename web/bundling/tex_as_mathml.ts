import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import temml from "temml";
import type { Plugin } from "vite";

const text = resolve(import.meta.dirname, "../src/text");

/** The words in formulas (`\text{…}`) in the page's language, by the English ones. */
async function wordsInFormulas(): Promise<Record<string, string>> {
  const [, language] = /from "\.\/(.+)"/.exec(await readFile(join(text, "index.ts"), "utf8"))!;
  return JSON.parse(await readFile(join(text, language!, "formulas.json"), "utf8"));
}

/** Lets a module import a .tex file: it gets the formula as MathML, rendered when the page is built. */
export function texAsMathml(): Plugin {
  return {
    name: "tex-as-mathml",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(".tex")) return null;
      this.addWatchFile(id);
      const words = await wordsInFormulas();
      const english = (await readFile(id, "utf8")).trim();
      const tex = english.replace(/(?<=\\text\{)[^@}]+/g, (word) => words[word] ?? word);
      const mathml = temml.renderToString(tex, {
        displayMode: true,
        throwOnError: true,
      });
      // A style policy without 'unsafe-inline' refuses style attributes; base.css has the rules.
      return `export default ${JSON.stringify(mathml.replace(/ style="[^"]*"/g, ""))};`;
    },
  };
}
