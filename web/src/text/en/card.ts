const paper = "https://jmlr.org/papers/v15/srivastava14a.html";

/** Strings are HTML. */
export const card = {
  print: "Print this card",
  title: "Dropout on one card",
  points: [
    {
      name: "Training",
      words:
        "For every sample, toss a coin for each unit. With probability <i>p</i><sub>drop</sub> the unit outputs 0. What is left is a subnetwork, and the next sample gets a different one.",
    },
    {
      name: "Scaling",
      words:
        "Divide kept values by 1\u00a0−\u00a0<i>p</i><sub>drop</sub> while training (inverted dropout), or multiply by it at test time (weight scaling). Do one of them, never both.",
    },
    {
      name: "Test time",
      words:
        "No masks: all units are on. In PyTorch: <code>model.eval()</code>, and <code>model.train()</code> before you train again.",
    },
    {
      name: "Averaging",
      words:
        "One pass with all units on stands for the average of all 2<sup><i>n</i></sup> subnetworks: exactly if everything after the masks is linear, approximately otherwise.",
    },
    {
      name: "Gradients",
      words:
        "A dropped unit gets no gradient from its sample. Keep the mask of the forward pass for the backward pass.",
    },
    {
      name: "When",
      words:
        "It helps a large network that could learn the noise in its data. Where there is little noise to learn, it gains nothing, and can hurt. Common first choices: 0.5 for hidden units, 0.2 for inputs.",
    },
    {
      name: "Curves",
      words:
        "Training loss is measured with masks on, validation loss with masks off. So the validation loss can be the lower one.",
    },
  ],
  glossary: "The words",
  terms: {
    mask: ["Mask", "one 0 or 1 for each unit: 1 keeps it, 0 drops it"],
    subnetwork: ["Subnetwork", "the units that a mask keeps, with their weights"],
    pDrop: [
      "<i>p</i><sub>drop</sub>, rate",
      "the probability of dropping a unit: PyTorch’s <code>p</code>, Keras’s <code>rate</code>",
    ],
    pKeep: [
      "<i>p</i><sub>keep</sub>, keep_prob",
      "1\u00a0−\u00a0<i>p</i><sub>drop</sub>: the paper’s <i>p</i>, and the <code>p</code> of NumPy’s <code>binomial</code>",
    ],
    inverted: [
      "Inverted dropout",
      "kept values are divided by <i>p</i><sub>keep</sub> in training",
    ],
    weightScaling: [
      "Weight scaling inference",
      "outgoing weights are multiplied by <i>p</i><sub>keep</sub> at test time",
    ],
    expectation: ["Expectation", "the average of all outcomes, weighted by their probabilities"],
    ensemble: ["Ensemble", "several networks whose outputs are averaged"],
    overfitting: ["Overfitting", "learning the noise of the training data along with the rule"],
    coAdaptation: ["Co-adaptation", "units that only work because others correct their mistakes"],
    validation: [
      "Validation data",
      "samples that are kept out of training, to measure what was learned",
    ],
    monteCarlo: [
      "Monte Carlo dropout",
      "masks on at test time, and the average of many passes; their spread shows where they disagree",
    ],
  },
  reading: "Read on",
  sources: [
    `<a href="${paper}">Dropout: a simple way to prevent neural networks from overfitting</a>, Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, 2014: the paper that this lesson teaches`,
    '<a href="https://papers.nips.cc/paper/4878-understanding-dropout">Understanding dropout</a>, Baldi and Sadowski, 2013: when one pass is the average',
    '<a href="https://arxiv.org/abs/1506.02142">Dropout as a Bayesian approximation</a>, Gal and Ghahramani, 2016: Monte Carlo dropout',
    '<a href="https://www.deeplearningbook.org/contents/regularization.html">Deep Learning</a>, Goodfellow, Bengio and Courville, section 7.12',
    'The digits are from <a href="https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits">Optical Recognition of Handwritten Digits</a>, Alpaydin and Kaynak, 1998, CC BY 4.0',
  ],
} as const;
