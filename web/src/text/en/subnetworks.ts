import { rounded } from "../format";

/** What is left of four hidden units. */
const left = [
  "",
  "the one unit that is left",
  "the two units that are left",
  "the three units that are left",
  "all four units",
];

const added = (terms: readonly number[]) =>
  terms
    .map((term, i) => {
      const size = rounded(Math.abs(term), 2);
      return i === 0 ? rounded(term, 2) : `${rounded(term, 2) === size ? "+" : "−"} ${size}`;
    })
    .join(" ");

export const subnetworks = {
  section: {
    intro: [
      "Dropout starts with a coin. Before a training sample runs through the network, every hidden unit gets a flip of its own, a <em>Bernoulli</em> draw. With probability <i>p</i><sub>drop</sub> the unit is <em>dropped</em>: it outputs 0 and contributes nothing to this pass or to its gradient. Otherwise it is <em>kept</em> and works as usual.",
    ],
    after: [
      "The row of ones and zeros is the <em>mask</em>. It leaves a smaller network, a <em>subnetwork</em>, for this one sample to run through. The next sample gets new coins: every sample of a batch has a mask of its own, so one update learns from many subnetworks, not from a single one. All subnetworks share the same weights. A mask only decides which of them take part.",
      "At test time there are no coins. Every unit is on.",
      "Watch out for names. <code>np.random.binomial(1, p, n)</code> flips <code>n</code> coins, but its <code>p</code> is the probability of a <em>1</em>, so of keeping. Two numbers that add up to 1 go by many names:",
    ],
    aside: [
      "Inputs can be dropped the same way. Outputs never are.",
      'Srivastava et al., <a href="https://jmlr.org/papers/v15/srivastava14a.html">Dropout: A Simple Way to Prevent Neural Networks from Overfitting</a>, JMLR 15, 2014, section 4.',
    ],
    dropNames: [
      "<i>p</i><sub>drop</sub>",
      "<code>p</code> in PyTorch",
      "<code>rate</code> in Keras",
    ],
    keepNames: [
      "<i>p</i><sub>keep</sub> = 1 − <i>p</i><sub>drop</sub>",
      "<code>p</code> in NumPy’s binomial",
      "<i>p</i> in the paper",
      "<code>keep_prob</code> in TensorFlow 1",
    ],
  },
  title: "One mask is one subnetwork",
  diagram: (sample: number) =>
    sample === 0 ? "The network, before the coins" : `The subnetwork of sample ${sample}`,
  parts: { output: "output", hidden: "hidden units", inputs: "inputs" },
  feature: (feature: number) => `Input f${feature}`,
  unit: (unit: number, term: string) => `Hidden unit ${unit}: ${term}`,
  term: (value: number, mask: number, weight: number, product: number) =>
    `value ${rounded(value, 2)} × mask ${mask} × weight ${rounded(weight, 2)} = ${rounded(product, 2)}`,
  sum: (terms: readonly number[], bias: number, output: number) =>
    `${added([...terms, bias])} (bias) = ${rounded(output, 2)}`,
  outputIs: (output: string) => `Output ${output}`,
  call: {
    mask: "mask",
    numpySeed: (seed: string) => `np.random.seed(${seed})`,
    torchSeed: (seed: string) => `torch.manual_seed(${seed})`,
    /** Before the probability and after it. */
    binomial: (units: number) => ["np.random.binomial(1, ", `, ${units})`] as const,
    dropout: (samples: number, units: number) =>
      ["nn.Dropout(", `)(torch.ones(${samples}, ${units}))`] as const,
    own: "The mask is yours: you switched a unit.",
    call: (sample: number) => `call ${sample} after the seed, for sample ${sample}`,
    row: (sample: number) => `row ${sample} of the mask, for sample ${sample}`,
    keepProbability: "1 with probability <i>p</i><sub>keep</sub> = 1 − <i>p</i><sub>drop</sub>",
    dropProbability: "0 with probability <i>p</i><sub>drop</sub>",
  },
  sample: "sample",
  testTime: "test time",
  test: "test",
  noMask: "no mask",
  generator: "Coins flipped by",
  seed: "Seed",
  flip: "Flip the coins",
  next: "Next sample",
  back: "Back",
  newMasks: "New masks",
  tries: {
    dropAll: "drop all four units",
    pDrop: "<i>p</i><sub>drop</sub> 0.2, where most coins say 1",
  },
  says: {
    start:
      "Four hidden units, four coins. 1 keeps the unit, 0 drops it. You can also click a unit.",
    falling: (sample: number) =>
      `Sample ${sample}: each coin decides about its own unit, whatever the others say.`,
    none: (output: string) =>
      `All four units are dropped: the output is the bias, <b>${output}</b>, whatever the inputs are.`,
    runs: (sample: number, kept: number, output: string) =>
      `<b>Sample ${sample}</b> runs through ${left[kept]}: output <b>${output}</b>. All samples here have the same inputs, so only the masks can make their outputs differ.`,
  },
  status: (sample: number, mask: string, output: string) =>
    `Sample ${sample}: mask ${mask}, output ${output}.`,
  caption:
    "Thicker lines have larger weights; dashed ones are negative. Drag an input, click a unit, or hold the pointer over it for its arithmetic.",
  columns: { sample: "sample", unit: "mask, unit", output: "output" },
};
