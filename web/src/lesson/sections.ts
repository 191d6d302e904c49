import { text } from "../text";

/**
 * The sections after the opening, in order, by the name that their headings' ids begin with. Each
 * comes with its own code.
 */
export const sections = [
  { name: "why", words: text.why, load: () => import("./WhySection.svelte") },
  {
    name: "subnetworks",
    words: text.subnetworks,
    load: () => import("./SubnetworksSection.svelte"),
  },
  { name: "counts", words: text.counts, load: () => import("./CountsSection.svelte") },
  { name: "layer", words: text.layer, load: () => import("./LayerSection.svelte") },
  { name: "scaling", words: text.scaling, load: () => import("./ScalingSection.svelte") },
  {
    name: "four-subnetworks",
    words: text.fourSubnetworks,
    load: () => import("./FourSubnetworksSection.svelte"),
  },
  { name: "averages", words: text.averages, load: () => import("./AveragesSection.svelte") },
  { name: "gradients", words: text.gradients, load: () => import("./GradientsSection.svelte") },
  { name: "training", words: text.training, load: () => import("./TrainingSection.svelte") },
  { name: "sweep", words: text.sweep, load: () => import("./SweepSection.svelte") },
  {
    name: "trained-averages",
    words: text.trainedAverages,
    load: () => import("./TrainedAveragesSection.svelte"),
  },
  {
    name: "uncertainty",
    words: text.uncertainty,
    load: () => import("./UncertaintySection.svelte"),
  },
].map(({ name, words, load }) => ({ name, question: words.section.question, load }));
