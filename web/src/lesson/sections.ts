import { text } from "../text";

/**
 * The sections after the opening, in order, by the name that their headings' ids begin with. Each
 * comes with its own code.
 */
export const sections = [
  { name: "why", question: text.contents.why, load: () => import("./WhySection.svelte") },
  {
    name: "subnetworks",
    question: text.contents.subnetworks,
    load: () => import("./SubnetworksSection.svelte"),
  },
  { name: "counts", question: text.contents.counts, load: () => import("./CountsSection.svelte") },
  { name: "layer", question: text.contents.layer, load: () => import("./LayerSection.svelte") },
  {
    name: "scaling",
    question: text.contents.scaling,
    load: () => import("./ScalingSection.svelte"),
  },
  {
    name: "four-subnetworks",
    question: text.contents.fourSubnetworks,
    load: () => import("./FourSubnetworksSection.svelte"),
  },
  {
    name: "averages",
    question: text.contents.averages,
    load: () => import("./AveragesSection.svelte"),
  },
  {
    name: "gradients",
    question: text.contents.gradients,
    load: () => import("./GradientsSection.svelte"),
  },
  {
    name: "training",
    question: text.contents.training,
    load: () => import("./TrainingSection.svelte"),
  },
  { name: "sweep", question: text.contents.sweep, load: () => import("./SweepSection.svelte") },
  {
    name: "trained-averages",
    question: text.contents.trainedAverages,
    load: () => import("./TrainedAveragesSection.svelte"),
  },
  {
    name: "uncertainty",
    question: text.contents.uncertainty,
    load: () => import("./UncertaintySection.svelte"),
  },
];
