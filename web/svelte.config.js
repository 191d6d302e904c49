import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // The opening has hundreds of such classes, which nobody can pack: short ones load sooner.
    cssHash: ({ hash, css, filename }) => `s${hash(filename ?? css).slice(0, 4)}`,
  },
};
