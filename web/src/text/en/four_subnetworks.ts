import { contents } from "./contents";
export const fourSubnetworks = {
  section: {
    question: contents["four-subnetworks"],
    intro: [
      "A network with <i>n</i> units that can be dropped has 2<sup><i>n</i></sup> subnetworks, one for each mask. Each occurs with its own probability. Ideally, the prediction would be the average over all of them.",
      "That is far too many passes for a large network. At test time, dropout makes a single one, through the full network. Is that the average? With two hidden units we can look at every case.",
      "The next figure takes the paper’s way, because it shows the scaling: its masks scale nothing, and at test time the weights that leave a hidden unit are multiplied by 1&nbsp;−&nbsp;p_drop.",
    ],
    tryThis: [
      "leave x at 1 and move p_drop away from 0.5. The four probabilities are no longer equal, the average moves, and the scaled network moves with it. The unscaled one stays where it is.",
    ],
    notice: [
      "The subnetworks lie on top of each other, each as strong as it is probable. A hidden unit is in some of them and missing in others: half there, at p_drop 0.5. Scaling its weight by a half says the same.",
    ],
    derivation: {
      summary: "Why the two are equal here",
      paragraphs: [
        "The output unit adds up: a bias, plus each hidden unit’s value times a weight, if the unit is kept. The average of a sum is the sum of the averages. On average, a hidden unit gives (1&nbsp;−&nbsp;p_drop) times its value. So the average output is the bias plus each value times its weight times 1&nbsp;−&nbsp;p_drop: this is the scaled network.",
        "Nothing in this depends on the number of units, or on the hidden units’ activation function. But it needs an output unit that only adds up, and no second mask before a curve.",
        "<em>Inverted dropout</em> comes to the same: it divides by 1&nbsp;−&nbsp;p_drop in training, and leaves the weights alone at test time. Do one or the other, never both.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>, figure 2',
    ],
  },
  prediction: {
    question:
      "Two hidden units give four subnetworks, with the outputs 1, 3, 5 and 7. At p_drop 0.5 they are equally likely. The full network gives 7. What does it give when the weights that leave its hidden units are halved?",
    choices: [
      { label: "3.5", reason: "The bias of 1 is not halved: it is never dropped." },
      {
        label: "4",
        reason: "This is also the average of 1, 3, 5 and 7, and that is no coincidence.",
      },
      {
        label: "7",
        reason: "That is the unscaled network: more units are on than there were on average.",
      },
    ],
    computed: (scaled: string, average: string) =>
      `The scaled network gives ${scaled}; the average of the four is ${average}.`,
  },
  formula:
    "With the p_drop of the figure, a mask that keeps one of the two units has the probability",
  title: "Two hidden units: every subnetwork",
  steps: [
    "1. These are all the subnetworks there are. Each gives its own output.",
    "2. Each occurs with a probability of its own.",
    "3. Laid on top of each other, each as strong as it is probable: their average.",
    "4. One pass through the scaled network gives the same number. Unscaled, it does not.",
  ],
  /** Instead of the last, where weights and inputs are such that scaling changes nothing. */
  sameUnscaled:
    "4. One pass through the scaled network gives the same number; here, one without scaling does, too.",
  input: "Input x",
  names: {
    both: "both kept",
    only: (unit: number) => `only unit ${unit} kept`,
    none: "both dropped",
  },
  region: (name: string) => `Subnetwork: ${name}`,
  diagram: (name: string, output: string) => `${name}: output ${output}`,
  output: "output",
  probability: "probability",
  overlay: "all on top of each other",
  average: "average",
  scaled: "scaled full network",
  unscaled: "unscaled full network",
  marker: {
    average: (value: string) => `average ${value}`,
    scaled: (value: string) => `scaled ${value}`,
    unscaled: (value: string) => `unscaled ${value}`,
  },
  axis: "output",
  description: (outputs: string, markers: string) =>
    `The outputs of the subnetworks on a line: ${outputs}; ${markers}.`,
  status: (average: string, scaled: string, unscaled: string) =>
    `Average ${average}, scaled ${scaled}, unscaled ${unscaled}.`,
  point:
    "Averaged over all subnetworks by probability, the output is that of the scaled full network.",
  caption:
    "“Scaled” multiplies the weights that leave a hidden unit by 1&nbsp;−&nbsp;p_drop; the bias, which is never dropped, stays as it is. “Unscaled” leaves all units on and all weights as trained. Each dot is one subnetwork; its area is its probability.",
  nothingDropped: "With p_drop at 0, nothing can be dropped: only the full network is left.",
  columns: { mask: "mask, unit", probability: "probability", output: "output" },
};
