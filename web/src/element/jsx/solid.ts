/** The element, and its types for Solid. */
import type {} from "solid-js/jsx-runtime";
import type { DropoutFigure } from "../dropout_figure";
import type { DropoutFigureAttributes } from "./attributes";

export { DropoutFigure } from "../dropout_figure";

declare module "solid-js/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "dropout-figure": HTMLAttributes<DropoutFigure> & DropoutFigureAttributes;
    }
  }
}
