export const fourSubnetworks = {
  section: {
    question: "What does the whole network stand for?",
    intro: [
      "A network with <i>n</i> units that can be dropped has 2<sup><i>n</i></sup> subnetworks, one for each mask. Each occurs with its own probability. Ideally, the prediction would be the average over all of them.",
      "That is far too many passes for a large network. At test time, dropout makes a single one, through the full network. For this the sizes must match, and there are two ways to see to that. <em>Inverted dropout</em>, above, divides by 1&nbsp;−&nbsp;p_drop in training; at test time the weights stay as they are. <em>The paper</em> divides nothing in training; at test time it multiplies the weights by 1&nbsp;−&nbsp;p_drop. Never do both.",
      "The next figure takes the paper’s way, because it shows the scaling: its masks scale nothing, and its weights count as trained that way. Does the scaled network give the average? With two hidden units we can look at every case.",
    ],
    tryThis: [
      "leave x at 1 and move p_drop away from 0.5. The four probabilities are no longer equal, the average moves, and the scaled network moves with it. The unscaled one stays where it is.",
    ],
    notice: [],
    derivation: { summary: "The average, written out", paragraphs: [] },
    sources: [],
  },
};
