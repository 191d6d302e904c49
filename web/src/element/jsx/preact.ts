/** The element, and its types for Preact. */
import type { HTMLAttributes } from "preact";
import type { DropoutFigure } from "../dropout_figure";
import type { DropoutFigureAttributes } from "./attributes";

export { DropoutFigure } from "../dropout_figure";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "dropout-figure": HTMLAttributes<DropoutFigure> & DropoutFigureAttributes;
    }
  }
}
