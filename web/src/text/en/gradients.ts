const listed = (numbers: number[]) =>
  numbers.length < 2
    ? numbers.join()
    : `${numbers.slice(0, -1).join(", ")} and ${numbers[numbers.length - 1]}`;
const samples = (numbers: number[]) =>
  `${numbers.length === 1 ? "sample" : "samples"} ${listed(numbers)}`;
const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);

export const gradients = {
  section: {
    intro: [
      "A network learns from a few samples at a time, a <em>mini-batch</em>. For each sample, the <em>gradient</em> of a weight says how the loss changes when that weight grows a little. The update moves the weight the other way.",
      "With dropout, every sample has its own mask, so every gradient comes from a different subnetwork. Follow one weight, the one with the halo, through a mini-batch of three.",
    ],
    notice:
      "A dropped unit outputs 0 whatever its weights are. So the weights into it and out of it get a gradient of exactly 0 from that sample, and the sum is still divided by 3. <strong>Keep the mask</strong> of the forward pass for the backward pass: a fresh one gives you the gradient of a network that never ran. When you check a gradient by nudging a weight, both runs need the same mask.",
    derivation: {
      summary: "Where the mask enters the gradient",
      paragraphs: [
        "In the forward pass, hidden unit <i>i</i> outputs <i>m<sub>i</sub> a<sub>i</sub></i> / (1 − <i>p</i><sub>drop</sub>), where <i>m<sub>i</sub></i> is its 1 or 0 of the mask. The mask is a constant, so the backward pass multiplies by the same <i>m<sub>i</sub></i> / (1 − <i>p</i><sub>drop</sub>).",
        "By the chain rule, the gradient of the weight from input <i>f<sub>j</sub></i> to unit <i>i</i> is 2 (output − target) · <i>w<sub>i</sub></i> · <i>m<sub>i</sub></i> / (1 − <i>p</i><sub>drop</sub>) · <i>f<sub>j</sub></i> where the unit’s ReLU is on, and 0 where it is off. <i>w<sub>i</sub></i> is the weight from the unit to the output, and the loss is the squared error. The figure prints these factors under each gradient, in this order; on a phone there is no room for them.",
        "Forget the factor 1 / (1 − <i>p</i><sub>drop</sub>) in the backward pass and your gradients come out too small. A check by finite differences finds such a mistake: it only runs the network forward, with the weight a little larger and a little smaller.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>, section 5.1: a mini-batch’s gradients are averaged, and a sample that does not use a parameter contributes 0',
    ],
  },
  title: "The gradients of a mini-batch of three",
  picture: "Three samples with three masks, and one weight’s gradients",
  follow: "The weight to follow",
  rate: "Learning rate",
  generator: "Generator",
  seed: "Seed",
  newMasks: "New masks",
  weight: "Follow the weight",
  back: "Back",
  /** What the next step does, for each step. */
  next: ["Run forward", "Run backward", "Average", "Take the step", "Next mini-batch"],
  reset: "Start over",
  updates: (count: number) =>
    count === 0
      ? "The first mini-batch."
      : `Mini-batch ${count + 1}, after ${count === 1 ? "1 update" : `${count} updates`}.`,
  say: {
    start: (weight: string, value: string, at: { unit: number; dropped: number[] } | undefined) => {
      const masks =
        at === undefined
          ? ""
          : at.dropped.length === 0
            ? ` Every sample keeps unit ${at.unit}.`
            : ` Unit ${at.unit} is dropped in ${samples(at.dropped)}.`;
      return `Follow the weight with the halo, <b>${weight}</b>. It is ${value} now.${masks} Which samples will move it? Click a unit to switch it, or a line to follow another weight.`;
    },
    forward: (pDrop: number, pKeep: string) =>
      `Each sample has run through its own subnetwork. ${
        pDrop === 0
          ? "Nothing is dropped."
          : pDrop === 1
            ? "Every unit is dropped: only the output’s bias is left."
            : `Kept values were divided by ${pKeep}.`
      } The error is the output minus the target.`,
    backward: (moving: number[], all: number, dropped: number[], off: number[]) => {
      const verb = moving.length === 1 ? "moves" : "move";
      const which =
        moving.length === 0
          ? "no sample moves this weight"
          : moving.length === all
            ? "all samples move this weight"
            : `only ${samples(moving)} ${verb} this weight`;
      const reasons = [
        dropped.length > 0 &&
          `In ${samples(dropped)} the unit was dropped: the weight had no effect, so its gradient is 0.`,
        off.length > 0 &&
          `In ${samples(off)} the unit was kept, but its ReLU is off: it outputs 0, and again the gradient is 0.`,
      ].filter(Boolean);
      return [`Backward through the same masks: <b>${which}</b>.`, ...reasons].join(" ");
    },
    mean: (all: number, hasZeros: boolean) =>
      `The average over the whole mini-batch: divided by ${all}${hasZeros ? ", zeros included" : ""}.`,
    unmoved: {
      average: (value: string) => `The average is 0, so the weight stays at <b>${value}</b>.`,
      rate: (value: string) => `The learning rate is 0, so the weight stays at <b>${value}</b>.`,
      size: (value: string) =>
        `The step is too small for a 64-bit number: the weight stays at <b>${value}</b>.`,
    },
    update: (rate: string, now: string, next: string) =>
      `One step against the gradient, with learning rate ${rate}. The weight goes from ${now} to <b>${next}</b>, for every subnetwork: they all share it.`,
  },
  region: (sample: number) => `Sample ${sample} of the mini-batch`,
  sample: (sample: number) => capital(samples([sample])),
  hiddenUnit: (sample: number, unit: number, output: string | undefined) =>
    `Hidden unit ${unit} of sample ${sample}${output === undefined ? "" : `, output ${output}`}`,
  targetIs: (target: string) => `target ${target}`,
  errorIs: (error: string) => `error ${error}`,
  details: "In numbers: the weights beside it, the losses, a check",
  table: "Gradients of these weights",
  weightColumn: "weight",
  value: "value now",
  average: "mean",
  updated: "new value",
  input: (feature: number) => `f${feature}`,
  unit: (unit: number) => `unit ${unit}`,
  out: "output",
  bias: "bias",
  nameOf: (from: string, to: string) => `${from} → ${to}`,
  why: {
    dropped: "dropped",
    off: "ReLU off",
  },
  losses: (losses: string[]) => `Squared errors of the samples: ${losses.join(", ")}.`,
  check: (step: string, numerical: string, backpropagated: string, difference: string) =>
    `<strong>Check without backpropagation:</strong> with the same masks, and this weight larger and smaller by ${step}, the mean loss changes at a rate of <strong>${numerical}</strong>. Backpropagation says <strong>${backpropagated}</strong>. Difference: ${difference}.`,
  noDifference: "none in the digits shown",
  caption: "Hatched: dropped, and gradients that are 0. Teal: kept. The loss is the squared error.",
};
