/** The chapters of the lesson: their headings, and the rail. */
export const chapters = {
  opening: { title: "Break a network", minutes: 2 },
  why: { title: "Why switch units off?", minutes: 3 },
  coins: { title: "A coin for every unit", minutes: 4 },
  loud: { title: "At test time it is too loud", minutes: 2 },
  scaling: { title: "The fix, in your framework", minutes: 5 },
  million: { title: "A million networks in one pass", minutes: 5 },
  learning: { title: "What a mask does to learning", minutes: 3 },
  help: { title: "Does it help? How much?", minutes: 5 },
  card: { title: "On one card", minutes: 1 },
  further: { title: "Further", minutes: 10 },
};

/** The sections' questions: the headings of those that do not begin a chapter. */
export const contents = {
  why: "Why would anybody switch units off?",
  subnetworks: "What does a mask do?",
  counts: "How many units does a mask drop?",
  layer: "The digits of your framework",
  "four-subnetworks": "What does the whole network stand for?",
  averages: "When is one pass enough?",
  gradients: "What does a mask do to learning?",
  training: "Does it help?",
  sweep: "How much dropout?",
  "trained-averages": "One pass, or fifty subnetworks?",
  uncertainty: "Does the network know what it does not know?",
};
