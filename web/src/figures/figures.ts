import type { Component } from "svelte";
import type { Dropout } from "../api/dropout";
import { figureFile, type FigureName } from "./names";

export type FigureComponent = Component<{ dropout: Dropout }>;

/** Each comes with its own code, so that nobody waits for all of them. */
const files = import.meta.glob<{ default: FigureComponent }>(["./*/*Figure.svelte", "!./shared/*"]);

/** A figure's code. */
export const loadFigure = async (name: FigureName): Promise<FigureComponent> =>
  (await files[figureFile(name)]!()).default;
