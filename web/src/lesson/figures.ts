import type { Component } from "svelte";
import type { Dropout } from "../dropout";
import AveragesFigure from "../figures/averages/AveragesFigure.svelte";
import CountsFigure from "../figures/counts/CountsFigure.svelte";
import DieFigure from "../figures/die/DieFigure.svelte";
import FourSubnetworksFigure from "../figures/four_subnetworks/FourSubnetworksFigure.svelte";
import GradientsFigure from "../figures/gradients/GradientsFigure.svelte";
import HookFigure from "../figures/hook/HookFigure.svelte";
import LayerFigure from "../figures/layer/LayerFigure.svelte";
import ScalingFigure from "../figures/scaling/ScalingFigure.svelte";
import SubnetworksFigure from "../figures/subnetworks/SubnetworksFigure.svelte";
import SweepFigure from "../figures/trained/SweepFigure.svelte";
import TrainedAveragesFigure from "../figures/trained/TrainedAveragesFigure.svelte";
import TrainingFigure from "../figures/training/TrainingFigure.svelte";
import UncertaintyFigure from "../figures/trained/UncertaintyFigure.svelte";

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
  training: TrainingFigure,
  sweep: SweepFigure,
  "trained-averages": TrainedAveragesFigure,
  uncertainty: UncertaintyFigure,
} satisfies Record<string, Component<{ dropout: Dropout }>>;
