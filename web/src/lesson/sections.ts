import type { Component } from "svelte";
import type { Dropout } from "../api/dropout";
import { componentName, figureNames, type FigureName } from "../figures/names";
import { text } from "../text";

/** Each comes with its own code. */
const files = import.meta.glob<{ default: Component<{ dropout: Dropout }> }>("./*Section.svelte");

const hasQuestion = (name: FigureName): name is FigureName & keyof typeof text.contents =>
  Object.hasOwn(text.contents, name);

/**
 * The sections after the opening, in order, by the name that their headings' ids begin with: one for
 * each figure that the list of contents has a question for.
 */
export const sections = figureNames.filter(hasQuestion).map((name) => ({
  name,
  question: text.contents[name],
  load: files[`./${componentName(name)}Section.svelte`]!,
}));
