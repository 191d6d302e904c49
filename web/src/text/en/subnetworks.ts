export const subnetworks = {
  section: {
    question: "What does a mask do?",
    intro: [
      "For every hidden unit, flip a coin. With probability <code>p_drop</code> the unit is dropped: it outputs 0 and takes no part in this pass, nor in the gradient that the pass gives. The results of all the flips are the <em>mask</em>: 1 means keep, 0 means drop. What remains is a smaller network, a <em>subnetwork</em> of the full one. (Inputs can be dropped the same way; outputs never are.)",
      "Each training sample gets a new mask. At test time there is no mask, and every unit is on.",
    ],
    tryThis: [
      "press <em>New masks</em> a few times. Then drop all four hidden units of a sample: its output becomes the output unit’s bias, 0.50, whatever the inputs are.",
    ],
    notice: [],
    derivation: {
      summary: "p_drop, rate, and the paper’s p",
      paragraphs: [
        '<code>p_drop</code> is what PyTorch calls <code>p</code> and Keras calls <code>rate</code>. The <a href="https://jmlr.org/papers/v15/srivastava14a.html">paper that introduced dropout</a> (Srivastava and others, 2014) writes <i>p</i> for the opposite, the probability of <em>keeping</em> a unit: 1&nbsp;−&nbsp;p_drop.',
      ],
    },
    sources: [],
  },
};
