import type { FigureComponent } from "../figures/figures";
import { figureFile, type FigureName } from "../figures/names";

/** As those of the lesson, but in one piece: other people's bundlers mislay what comes later. */
const files = import.meta.glob<FigureComponent>(
  ["../figures/*/*Figure.svelte", "!../figures/shared/*"],
  { eager: true, import: "default" },
);

export const figureOf = (name: FigureName): FigureComponent =>
  files[figureFile(name).replace("./", "../figures/")]!;
