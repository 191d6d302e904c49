/** The names that figures have in addresses and elements. */
export type FigureName =
  | "hook"
  | "why"
  | "subnetworks"
  | "counts"
  | "layer"
  | "die"
  | "scaling"
  | "four-subnetworks"
  | "averages"
  | "gradients"
  | "training"
  | "sweep"
  | "trained-averages"
  | "uncertainty";
