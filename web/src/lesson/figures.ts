import type { Component } from "svelte";
import type { Dropout } from "../dropout";
import FourSubnetworksFigure from "../figures/FourSubnetworksFigure.svelte";
import LayerFigure from "../figures/layer/LayerFigure.svelte";
import SubnetworksFigure from "../figures/SubnetworksFigure.svelte";
import CountsFigure from "../figures/counts/CountsFigure.svelte";
import AveragesFigure from "../figures/averages/AveragesFigure.svelte";

/** Every figure by its name in addresses, in the order of the lesson. */
export const figures = {
  hook: HookFigure,
  subnetworks: SubnetworksFigure,
  counts: CountsFigure,
  layer: LayerFigure,
  die: DieFigure,
  scaling: ScalingFigure,
  "four-subnetworks": FourSubnetworksFigure,
  averages: AveragesFigure,
  gradients: GradientsFigure,
} satisfies Record<string, Component<{ dropout: Dropout }>>;
