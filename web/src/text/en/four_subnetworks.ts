const pDrop = "<i>p</i><sub>drop</sub>";

export const fourSubnetworks = {
  section: {
    intro: [
      "In section 1 you wanted the average of many networks, an <em>ensemble</em>. Dropout has plenty: every mask is one. Average <em>all</em> of them, starting small: two hidden units make four subnetworks. In this figure masks only switch units off, as in the paper, so that you can see what scaling is for.",
    ],
    derivation: {
      summary: "Why the average and the scaled network agree here",
      paragraphs: [
        `The output unit adds its bias and, for each hidden unit that is kept, the unit’s value times a weight. The average of a sum is the sum of the averages, and on average a hidden unit gives (1&nbsp;−&nbsp;${pDrop}) times its value. So the average output is the bias plus each value times its weight times 1&nbsp;−&nbsp;${pDrop}: the scaled network’s output. The bias is never dropped, so it is never scaled.`,
        "Nothing in this depends on the number of units or on their activation function. But the output unit must only add, and no second mask may come before a curve.",
        `<em>Inverted dropout</em> gives the same: it divides by 1&nbsp;−&nbsp;${pDrop} in training and leaves the weights alone at test time. Do one or the other, never both.`,
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>, figure 2',
    ],
  },
  title: "Two hidden units, four subnetworks, one average",
  picture: "The four subnetworks of two hidden units",
  names: {
    both: "both kept",
    only: (unit: number) => `only unit ${unit} kept`,
    none: "both dropped",
  },
  subnetwork: (name: string, output: string, probability: string) =>
    `Subnetwork, ${name}: output ${output}, probability ${probability}`,
  unit: (unit: number, name: string) => `Unit ${unit}, ${name}`,
  input: "input",
  output: "output",
  inputX: "Input x",
  probability: (probability: string) => `probability ${probability}`,
  adds: (value: string, mask: string, weight: string, sum: string) =>
    `${value} × mask ${mask} × weight ${weight} = ${sum}`,
  onAverage: (pDrop: string, pKeep: string, adds: string, mean: string) =>
    `${pDrop}·0\u00a0+\u00a0${pKeep}·${adds}\u00a0=\u00a0${mean}`,
  scaledWeight: (pKeep: string, weight: string, scaled: string) =>
    `weight ${pKeep}·${weight} = ${scaled}`,
  scaledActivation: (pKeep: string, value: string, scaled: string) =>
    `${pKeep}·${value} = ${scaled}`,
  averageOutput: ["average output", "of the four"],
  passOutput: ["output", "of one pass"],
  equations: {
    average: "average",
    unscaled: "one pass, all on",
    scaled: "one pass, scaled",
  },
  way: "From four subnetworks to one network",
  stops: ["apart", "overlaid", "one network"],
  scales: "What is scaled",
  scaleOptions: { weights: "scale weights", activations: "scale activations" },
  /** HTML. */
  say: {
    nothingDropped: (output: string) =>
      `Nothing can be dropped: the mask that keeps both units always comes, and the average is what it gives, <strong>${output}</strong>.`,
    allTheSame: (output: string) =>
      `Here every mask gives <strong>${output}</strong>, as does one pass with both units on. Drag the input up and the outputs part.`,
    tooRare: (output: string) =>
      `Masks that drop a unit are so rare here that the average is <strong>${output}</strong> to five digits, the output of one pass with both units on.`,
    tooLoud: (average: string, unscaled: string) =>
      `Four masks, four outputs. Weighted by their probabilities, they average <strong>${average}</strong>. One pass with both units on gives <strong>${unscaled}</strong>, which is too loud. Slide the four onto each other.`,
    overlaid: (howOften: string, sum: string) =>
      `Each subnetwork is now as opaque as it is probable. Look at the upper unit: it is ${howOften}, so on average it adds ${sum}.`,
    half: "there half of the time",
    share: (share: string) => `there with probability ${share}`,
    always: "always there",
    never: "never there",
    multiplied: {
      weights: (pKeep: string) => `multiply each outgoing weight by ${pKeep}`,
      activations: (pKeep: string) => `multiply each activation by ${pKeep}`,
    },
    scaled: (multiplied: string, output: string, unscaled: string | undefined) =>
      `Keep both units and ${multiplied}. One network, one pass, and its output is the average of all four: <strong>${output}</strong>.${unscaled ? ` Here the network gives ${unscaled} without scaling, too.` : ""}`,
  },
  status: (average: string, scaled: string, unscaled: string) =>
    `Average ${average}, scaled ${scaled}, unscaled ${unscaled}.`,
  caption:
    "Line width is the weight; the bias of 1 is never dropped, so it is never scaled. Drag the input.",
  columns: { mask: "mask, unit", probability: "probability", output: "output" },
};
