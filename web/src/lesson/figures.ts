import type { Component } from "svelte";
import type { Dropout } from "../api/dropout";
import type { FigureName } from "./figure_names";
import HookFigure from "../figures/hook/HookFigure.svelte";

type Load = () => Promise<{ default: Component<{ dropout: Dropout }> }>;

/**
 * Every figure by its name in addresses, in the order of the lesson. Each comes with its own code,
 * so that nobody waits for all of them; the first is always there.
 */
export const figures = {
  hook: () => Promise.resolve({ default: HookFigure }),
  why: () => import("../figures/why/WhyFigure.svelte"),
  subnetworks: () => import("../figures/subnetworks/SubnetworksFigure.svelte"),
  counts: () => import("../figures/counts/CountsFigure.svelte"),
  layer: () => import("../figures/layer/LayerFigure.svelte"),
  die: () => import("../figures/die/DieFigure.svelte"),
  scaling: () => import("../figures/scaling/ScalingFigure.svelte"),
  "four-subnetworks": () => import("../figures/four_subnetworks/FourSubnetworksFigure.svelte"),
  averages: () => import("../figures/averages/AveragesFigure.svelte"),
  gradients: () => import("../figures/gradients/GradientsFigure.svelte"),
  training: () => import("../figures/training/TrainingFigure.svelte"),
  sweep: () => import("../figures/sweep/SweepFigure.svelte"),
  "trained-averages": () => import("../figures/trained_averages/TrainedAveragesFigure.svelte"),
  uncertainty: () => import("../figures/uncertainty/UncertaintyFigure.svelte"),
} satisfies Record<FigureName, Load>;

/** Whether there is a figure of that name. */
export const isFigure = (name: string): name is keyof typeof figures =>
  Object.hasOwn(figures, name);

/** Whose settings addresses can have. */
export const owners = [...Object.keys(figures), "page"];
