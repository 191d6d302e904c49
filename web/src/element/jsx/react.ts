/** The element, and its types for React 19 and newer. */
import type * as React from "react";
import type { DropoutFigure } from "../dropout_figure";
import type { DropoutFigureAttributes } from "./attributes";

export { DropoutFigure } from "../dropout_figure";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "dropout-figure": React.DetailedHTMLProps<
        React.HTMLAttributes<DropoutFigure>,
        DropoutFigure
      > &
        DropoutFigureAttributes;
    }
  }
}
