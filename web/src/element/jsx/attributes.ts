import type { FigureName } from "../../figures/names";

/** What JSX may write in `<dropout-figure>`, beside what any element has. */
export interface DropoutFigureAttributes {
  figure: FigureName;
  controls?: "on" | "off";
  caption?: "on" | "off";
  theme?: "system" | "light" | "dark";
  convention?: "p_drop" | "paper";
  /** The figure's own settings, such as seed and p-drop. */
  [setting: string]: unknown;
}
