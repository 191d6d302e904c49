import type { Component } from "svelte";
import type { Dropout } from "../api/dropout";
import HookFigure from "../figures/hook/HookFigure.svelte";
import WhyFigure from "../figures/why/WhyFigure.svelte";
import SubnetworksFigure from "../figures/subnetworks/SubnetworksFigure.svelte";
import CountsFigure from "../figures/counts/CountsFigure.svelte";
import LayerFigure from "../figures/layer/LayerFigure.svelte";
import DieFigure from "../figures/die/DieFigure.svelte";
import ScalingFigure from "../figures/scaling/ScalingFigure.svelte";
import FourSubnetworksFigure from "../figures/four_subnetworks/FourSubnetworksFigure.svelte";
import AveragesFigure from "../figures/averages/AveragesFigure.svelte";
import GradientsFigure from "../figures/gradients/GradientsFigure.svelte";
import TrainingFigure from "../figures/training/TrainingFigure.svelte";
import SweepFigure from "../figures/sweep/SweepFigure.svelte";
import TrainedAveragesFigure from "../figures/trained_averages/TrainedAveragesFigure.svelte";
import UncertaintyFigure from "../figures/uncertainty/UncertaintyFigure.svelte";
import type { figures as lesson } from "../lesson/figures";

const whole = (Figure: Component<{ dropout: Dropout }>) => () =>
  Promise.resolve({ default: Figure });

/** As those of the lesson, but in one piece: other people's bundlers mislay what comes later. */
export const figures = {
  hook: whole(HookFigure),
  why: whole(WhyFigure),
  subnetworks: whole(SubnetworksFigure),
  counts: whole(CountsFigure),
  layer: whole(LayerFigure),
  die: whole(DieFigure),
  scaling: whole(ScalingFigure),
  "four-subnetworks": whole(FourSubnetworksFigure),
  averages: whole(AveragesFigure),
  gradients: whole(GradientsFigure),
  training: whole(TrainingFigure),
  sweep: whole(SweepFigure),
  "trained-averages": whole(TrainedAveragesFigure),
  uncertainty: whole(UncertaintyFigure),
} satisfies Record<keyof typeof lesson, unknown>;

/** Whether there is a figure of that name. */
export const isFigure = (name: string): name is keyof typeof figures =>
  Object.hasOwn(figures, name);
