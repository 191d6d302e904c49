/** The sections’ questions: their headings, and the list of contents. */
export const contents = {
  why: "Why would anybody switch units off?",
  subnetworks: "What does a mask do?",
  counts: "How many units does a mask drop?",
  layer: "What does it do to the numbers?",
  scaling: "Why divide by 1\u00a0−\u00a0p_drop?",
  "four-subnetworks": "What does the whole network stand for?",
  averages: "When is one pass enough?",
  gradients: "What does a mask do to learning?",
  training: "Does it help?",
  sweep: "How much dropout?",
  "trained-averages": "One pass, or fifty subnetworks?",
  uncertainty: "Does the network know what it does not know?",
};
