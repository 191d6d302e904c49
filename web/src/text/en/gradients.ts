import { contents } from "./contents";
export const gradients = {
  section: {
    question: contents.gradients,
    intro: [
      "A network learns by changing its weights. For each sample, the <em>gradient</em> says how much the loss, the error of the output, would grow if a weight grew a little. The weight then moves the other way.",
      "A <em>mini-batch</em> is a few samples whose gradients are averaged before the weights move. With dropout, each of its samples has its own mask, and so its gradient is that of another subnetwork.",
    ],
    tryThis: [
      "click a hidden unit in one of the samples, and watch its row of the table: dropped, it gets 0 from that sample.",
      "point at any connection and click it: the table then shows the weights beside it.",
      "press <em>Apply the update</em> several times. Each update draws new masks, as training does, so the losses go down on average, but not at every step.",
    ],
    notice: [
      "A weight into a dropped unit gets a gradient of exactly 0 from that sample, and so does a weight out of it. The sum is divided by 3 all the same: the average is over the whole mini-batch.",
      "All weights belong to one network. Each sample changes the part that its mask kept.",
    ],
    derivation: {
      summary: "Where the mask enters the gradient",
      paragraphs: [
        "On the way forward, hidden unit <i>i</i> passes on m<sub>i</sub> · a<sub>i</sub> / (1&nbsp;−&nbsp;p_drop), where m<sub>i</sub> is its 1 or 0 of the mask. This is a multiplication by a constant, and so the way back multiplies by the same constant: the gradient of a<sub>i</sub> is m<sub>i</sub> / (1&nbsp;−&nbsp;p_drop) times the gradient of what was passed on.",
        "The weight from input f<sub>j</sub> to unit <i>i</i> then gets, by the chain rule: 2 (output − target) · w<sub>i</sub> · m<sub>i</sub> / (1&nbsp;−&nbsp;p_drop) · [1 where ReLU is on, else 0] · f<sub>j</sub>, with w<sub>i</sub> the weight from the unit to the output, and the squared error as the loss.",
        "Whoever forgets the factor 1&nbsp;/&nbsp;(1&nbsp;−&nbsp;p_drop) on the way back gets gradients that are too small. The check by finite differences finds such a mistake: it only runs the network forwards, with the weight a little larger and a little smaller, and looks at the loss.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>, section 5.1: gradients are averaged over the cases of a mini-batch, and a case that does not use a parameter contributes 0',
    ],
  },
  prediction: {
    question:
      "Three samples make a mini-batch. Unit 2 is dropped in samples 1 and 3, and kept in sample 2. Which samples move the weight from f1 to unit 2?",
    choices: [
      {
        label: "all three, because the gradients are averaged",
        reason: "All three are averaged, but two of the three terms are 0.",
      },
      {
        label: "only sample 2",
        reason:
          "Where the unit is dropped, the weight had no effect on the output, and so none on the loss.",
      },
      {
        label: "only samples 1 and 3",
        reason: "A dropped unit outputs 0 whatever its weights are: changing them changes nothing.",
      },
      {
        label: "none: a unit must be kept in all samples to learn",
        reason: "One sample that keeps it is enough.",
      },
    ],
    computed: (samples: string) =>
      `The gradient of this weight is other than 0 for sample ${samples} only.`,
  },
  title: "The gradients of a mini-batch of three",
  rate: "Learning rate",
  generator: "Coins flipped by",
  seed: "Seed",
  newMasks: "New masks",
  undo: "Undo my clicks",
  weight: "Look at the weight",
  apply: "Apply the update",
  reset: "Start over",
  updates: (count: number) =>
    count === 0 ? "The first update." : count === 1 ? "After 1 update." : `After ${count} updates.`,
  steps: [
    "1. Each sample runs through its own subnetwork.",
    "2. The output differs from the target: the squared difference is the loss.",
    "3. Backwards: each sample’s gradient, 0 where its mask dropped the unit.",
    "4. The average over the three samples, zeros included.",
    "5. The update: minus the learning rate times the average.",
  ],
  region: (sample: number) => `Sample ${sample} of the mini-batch`,
  sample: (sample: number) => `Sample ${sample}`,
  diagram: (sample: number, mask: string, output: string) =>
    `Subnetwork of sample ${sample}, mask ${mask}, output ${output}`,
  output: "output",
  target: "target",
  loss: "loss",
  table: "Gradients of these weights",
  weightColumn: "weight",
  value: "value now",
  average: "average",
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
  check: (step: string, numerical: string, backpropagated: string, difference: string) =>
    `<strong>Check, without backpropagation:</strong> with this weight larger and smaller by ${step}, the mean loss changes at a rate of <strong>${numerical}</strong>. Backpropagation says <strong>${backpropagated}</strong>. Difference: ${difference}.`,
  noDifference: "none in the digits shown",
  status: (weight: string, terms: string, average: string, updated: string) =>
    `Weight ${weight}: gradients ${terms}, average ${average}, new value ${updated}.`,
  point:
    "Each sample changes only the weights that its mask kept; a dropped unit’s weights get a gradient of 0.",
  caption:
    "Hatched cells: the mask dropped the unit. The thick connection is the weight that is looked at. Loss: squared error. Outputs, losses and the check come from forward passes of the network drawn here, gradients from its backward pass.",
};
