import { resolve } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { UserConfig } from "vite";
import { staticAddresses } from "./static_addresses.ts";
import { texAsMathml } from "./tex_as_mathml.ts";

export const web = resolve(import.meta.dirname, "..");
export const dist = resolve(web, "../dist");

/** What the site, the single file and the library are all built with. */
export const common = {
  root: web,
  // Relative addresses: what is built works under any path of any host.
  base: "./",
  plugins: [texAsMathml(), svelte(), staticAddresses()],
  resolve: { alias: { "#core": resolve(web, "../build/wasm/wasm/dropout_core.mjs") } },
  // A module knows its address, beside which the .wasm is.
  worker: { format: "es", plugins: () => [staticAddresses()] },
} satisfies UserConfig;

export const target = "es2023";
