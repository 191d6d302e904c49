/** All figures by their names in addresses and elements, in the order of the lesson. */
export const figureNames = [
  "hook",
  "overfitting",
  "why",
  "subnetworks",
  "counts",
  "test-time",
  "scaling",
  "layer",
  "die",
  "bugs",
  "four-subnetworks",
  "averages",
  "gradients",
  "training",
  "sweep",
  "trained-averages",
  "uncertainty",
] as const;

export type FigureName = (typeof figureNames)[number];

/** Whether there is a figure of that name. */
export const isFigure = (name: string): name is FigureName =>
  (figureNames as readonly string[]).includes(name);

/** A name as components have it: FourSubnetworks of "four-subnetworks". */
export const componentName = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());

/** A figure's component, as a path from figures/. */
export const figureFile = (name: FigureName): string =>
  `./${name.replaceAll("-", "_")}/${componentName(name)}Figure.svelte`;
