export const averages = {
  section: {
    question: "When is one pass enough?",
    intro: [
      "Four subnetworks are few: 20 units have a million, and 1,000 units have 2<sup>1000</sup>, a number with 302 digits. And so far, the output unit just added up what it received. Three numbers could stand for all subnetworks:",
      "<strong>A</strong>, the average of their outputs, each weighted by its probability, as above.",
      "<strong>G</strong>, their geometric mean: outputs are multiplied, each to the power of its probability, and the results for all classes (with a sigmoid: for the output and for 1&nbsp;−&nbsp;output) are divided by their sum. Only outputs that are probabilities have one.",
      "<strong>S</strong>, the scaled full network: one pass, every unit on.",
      "The next figure works with inverted dropout, as PyTorch does: its masks do the scaling, and S is simply the network as it stands.",
    ],
    tryThis: [
      "choose <em>Two dropped layers</em> and set the p_drop of layer 1 to 0. One mask is left, right before the output layer, and G = S again. Put it back to 0.5, and make the output and the hidden units linear: A = S, with both masks in place.",
      "choose <em>Two dropped layers</em> again, with 40 units in each. The mathematics that averages 2<sup>1000</sup> subnetworks finds no short way through two masks with a curve between them, and the figure falls back on random ones.",
    ],
    notice: [
      "What decides is where the curves are. An average passes through additions and through multiplications by weights: when nothing else follows the masks, A = S. A sigmoid or a softmax at the output is a curve, and in general A is no longer S. But G averages what goes <em>into</em> that curve, and so G = S. A curve between a mask and the output layer, such as the ReLU of a second hidden layer, spoils that, too. Then S is an approximation.",
      "There is another approximation: run a few random subnetworks, and average those. In the paper’s figure 11, it takes about 50 of them to be as good as scaling, which is one pass.",
    ],
    derivation: { summary: "How 2<sup>1000</sup> subnetworks are averaged", paragraphs: [] },
    sources: [
      '<a href="https://arxiv.org/abs/1312.6197">Warde-Farley and others, 2013</a>, who averaged networks of two layers of ten units over all their subnetworks',
    ],
  },
};
