import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { web } from "./common.ts";
import { policyElement } from "./policy.ts";

type Bundle = Rolldown.OutputBundle;

/**
 * Makes one HTML file of the page, which needs no other and no server. Of all that it holds only its
 * own script and styles may run, known by their hashes.
 */
export function singleFile(fileName: string): Plugin {
  return {
    name: "single-file",
    enforce: "post",
    transformIndexHtml: {
      order: "pre",
      handler(html) {
        const own = replaced(html, "./src/main.ts", () => "./src/lesson/single_file.ts");
        // What it watches for cannot happen to a script that is inside.
        return replaced(own, '<script defer src="/opening.js"></script>', () => "");
      },
    },
    generateBundle: {
      // After Vite itself, which has marks of its own in the code until then.
      order: "post",
      async handler(_, bundle) {
        const styles = only(bundle, ".css");
        const script = only(bundle, ".js");
        const page = only(bundle, ".html");
        const style = text(styles);
        // Where the script and the style would end for an HTML parser, they go on.
        const code = text(script)
          .replaceAll("</script", "<\\/script")
          .replaceAll("<!--", "\\x3C!--");
        const policy = {
          "default-src": "'none'",
          "script-src": `${hash(code)} 'wasm-unsafe-eval'`,
          "worker-src": "blob:",
          "style-src": hash(style),
          "img-src": "data:",
          "font-src": "data:",
          "base-uri": "'none'",
          "form-action": "'none'",
        };
        const icon = await readFile(resolve(web, "public/favicon.svg"), "base64");
        let html = text(page)
          .replace(/\s*<(link|meta property=|meta name="twitter)[^>]*>/g, "")
          .replace(/\s*<script [^>]*><\/script>/g, "");
        html = replaced(html, '<meta charset="utf-8" />', (first) => first + policyElement(policy));
        html = replaced(
          html,
          "</head>",
          (end) =>
            `<link rel="icon" href="data:image/svg+xml;base64,${icon}" />\n` +
            `<style>${style}</style>\n<script type="module">${code}</script>\n${end}`,
        );
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName, source: html });
      },
    },
  };
}

/** Of each kind there has to be one, into which everything else has been put. */
function only(bundle: Bundle, ending: string): Bundle[string] {
  const files = Object.values(bundle).filter((file) => file.fileName.endsWith(ending));
  if (files.length !== 1 || Object.keys(bundle).length !== 3) {
    throw new Error(`not one file of each kind: ${Object.keys(bundle).join(", ")}`);
  }
  return files[0]!;
}

const text = (file: Bundle[string]) =>
  file.type === "chunk" ? file.code : Buffer.from(file.source).toString();

const hash = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

function replaced(html: string, part: string, replacement: (part: string) => string): string {
  if (!html.includes(part)) throw new Error(`the page has no ${part}`);
  return html.replace(part, replacement);
}
