import type { Plugin } from "vite";

const name = "#inner-styles";
const mark = "inner styles: here";

/**
 * Lets a module import the bundle's style sheet as text. Without its fonts, which do not count in
 * the shadow of an element.
 */
export function innerStyles(): Plugin {
  return {
    name: "inner-styles",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(mark)};` : null),
    generateBundle: {
      // After Vite itself has written the sheet.
      order: "post",
      handler(_, bundle) {
        const files = Object.values(bundle);
        const sheets = files.filter(({ fileName }) => fileName.endsWith(".css"));
        const [sheet] = sheets;
        if (sheets.length !== 1 || sheet?.type !== "asset") this.error("not one style sheet");
        const css = Buffer.from(sheet.source)
          .toString()
          .replace(/@font-face *\{[^}]*\}/g, "");
        const marked = new RegExp(`(["'\`])${mark}\\1`);
        const users = files.flatMap((file) =>
          file.type === "chunk" && marked.test(file.code) ? [file] : [],
        );
        if (users.length !== 1) this.error("not one module with styles inside");
        users[0]!.code = users[0]!.code.replace(marked, () => JSON.stringify(css));
        delete bundle[sheet.fileName];
      },
    },
  };
}
