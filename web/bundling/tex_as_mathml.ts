import { readFile } from "node:fs/promises";
import temml from "temml";
import type { Plugin } from "vite";

/** Lets a module import a .tex file: it gets the formula as MathML, rendered when the page is built. */
export function texAsMathml(): Plugin {
  return {
    name: "tex-as-mathml",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(".tex")) return null;
      this.addWatchFile(id);
      const tex = (await readFile(id, "utf8")).trim();
      const mathml = temml.renderToString(tex, { displayMode: true, throwOnError: true });
      // A style policy without 'unsafe-inline' refuses style attributes; base.css has the rules.
      return `export default ${JSON.stringify(mathml.replace(/ style="[^"]*"/g, ""))};`;
    },
  };
}
