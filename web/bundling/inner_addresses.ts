import type { Plugin } from "vite";

/** Files inside need no base for their addresses, which other people's bundles may not have. */
export function innerAddresses(): Plugin {
  const based = /new URL\((["'`])(data:[^"'`]*)\1, ?[^()]*\bimport\.meta\.url\)/g;
  return {
    name: "inner-addresses",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = file.code.replace(based, "new URL($1$2$1)");
      }
    },
  };
}
