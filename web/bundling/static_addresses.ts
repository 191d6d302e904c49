import type { Plugin } from "vite";

/**
 * Writes addresses of files as `new URL("./file", import.meta.url)`, and workers' as
 * `new Worker(new URL("./file", import.meta.url))`: other bundlers know the files by that.
 */
export function staticAddresses(): Plugin {
  const text = "[`\"']((?:assets/)?[\\w.-]+)[`\"']";
  const one = new RegExp(`new URL\\(${text}, ?import\\.meta\\.url\\)`, "g");
  const nested =
    /new URL\((new URL\("[^"]+", import\.meta\.url\))\.href, ?[`"']{2} ?\+ ?import\.meta\.url\)/g;
  const written = (code: string) =>
    code.replace(one, 'new URL("./$1", import.meta.url)').replace(nested, "$1");
  return {
    name: "static-addresses",
    apply: "build",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = written(file.code);
      }
    },
  };
}
