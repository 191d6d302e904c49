/** The element, and its types for templates of Svelte. */
import type {} from "svelte/elements";
import type { DropoutFigure } from "../dropout_figure";
import type { DropoutFigureAttributes } from "./attributes";

export { DropoutFigure } from "../dropout_figure";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "dropout-figure": HTMLAttributes<DropoutFigure> & DropoutFigureAttributes;
  }
}
