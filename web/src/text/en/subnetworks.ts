import { contents } from "./contents";
export const subnetworks = {
  section: {
    question: contents.subnetworks,
    intro: [
      "For every hidden unit, flip a coin. With probability <code>p_drop</code> the unit is dropped: it outputs 0 and takes no part in this pass, nor in the gradient that the pass gives.",
      "The results of all the flips are the <em>mask</em>: 1 means keep, 0 means drop. In NumPy, that is <code>np.random.binomial(1, 1 - p_drop, size=n)</code>. What remains is a smaller network, a <em>subnetwork</em> of the full one. (Inputs can be dropped the same way; outputs never are.)",
      "Each training sample gets a new mask. At test time there is no mask, and every unit is on.",
    ],
    tryThis: [
      "press <em>Play</em>, and watch the coins become a mask, and the mask a subnetwork.",
      "press <em>New masks</em> a few times. Then drop all four hidden units of a sample: its output becomes the output unit’s bias, 0.50, whatever the inputs are.",
    ],
    notice: ["All subnetworks share their weights. A mask only decides which of them take part."],
    derivation: {
      summary: "p_drop, rate, and the paper’s p",
      paragraphs: [
        '<code>p_drop</code> is what PyTorch calls <code>p</code> and Keras calls <code>rate</code>. The <a href="https://jmlr.org/papers/v15/srivastava14a.html">paper that introduced dropout</a> writes <i>p</i> for the opposite, the probability of <em>keeping</em> a unit: 1&nbsp;−&nbsp;p_drop. At the top of this page, you can have the sliders speak the paper’s language.',
        "Four units can be kept or dropped in 2 · 2 · 2 · 2 = 16 ways. A network with <i>n</i> units that can be dropped has 2<sup><i>n</i></sup> subnetworks. They are far too many to train one by one, and most are never drawn at all. But as they share their weights, each update of one of them changes all those it shares weights with.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov: Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 15, 2014</a>',
    ],
  },
  prediction: {
    question:
      "A network has 4 hidden units, and each can be kept or dropped. How many different subnetworks are there?",
    choices: [
      {
        label: "4",
        reason: "That would be one for each unit. But any of the others can be dropped with it.",
      },
      {
        label: "8",
        reason: "8 is 2 for each unit, added up. But the choices multiply: 2 · 2 · 2 · 2.",
      },
      {
        label: "16",
        reason:
          "Each unit doubles the number: 2 · 2 · 2 · 2. One of them is the full network, and one has no hidden unit at all.",
      },
      {
        label: "24",
        reason: "24 is the number of orders of four things. Here, each of the four is in or out.",
      },
    ],
    computed: (count: number) => `The core lists ${count} subnetworks.`,
  },
  title: "One mask is one subnetwork",
  feature: (feature: number) => `Input f${feature}`,
  generator: "Coins flipped by",
  seed: "Seed",
  newMasks: "New masks",
  undo: "Undo my clicks",
  play: "Play",
  pause: "Pause",
  next: "Next",
  back: "Back",
  showAll: "Show all",
  stages: [
    "This is the network. Four samples will run through it.",
    (sample: number) =>
      `Sample ${sample}: a coin is flipped for each hidden unit. 1: keep, 0: drop.`,
    (sample: number) => `Sample ${sample}: the mask leaves a subnetwork.`,
    (sample: number) => `Sample ${sample} runs through its own subnetwork.`,
  ] as const,
  all: "Every sample has run through its own subnetwork.",
  testTime: "At test time",
  testTimeRegion: "Test time",
  fullNetwork: (output: string) => `The full network, output ${output}`,
  noMask: "no mask",
  sample: (sample: number) => `Sample ${sample}`,
  diagram: (sample: number) => `Subnetwork of sample ${sample}`,
  mask: "mask",
  status: (sample: number, mask: string, output: string) =>
    `Sample ${sample}: mask ${mask}, output ${output}.`,
  formula: (sample: number) => `Hidden unit 2 of sample ${sample} passes on`,
  point: "Each training sample has its own mask, and so its own network.",
  caption:
    "All four get the same inputs here, so only their masks can make their outputs differ. A hatched unit is dropped: it outputs 0, and its dotted connections carry nothing. Click a hidden unit to switch it. Kept hidden units show their value divided by 1&nbsp;−&nbsp;p_drop. A kept unit can show 0.00, too, because ReLU turns negative values into 0. Thicker lines have larger weights; dashed ones are negative.",
  columns: { sample: "sample", unit: "mask, unit", output: "output" },
};
