/** The chapters of the lesson: their headings, and the rail. */
export const chapters = {
  opening: { title: "Break a network", minutes: 2 },
  why: { title: "Why switch units off?", minutes: 4 },
  coins: { title: "A coin for every unit", minutes: 5 },
  loud: { title: "At test time it is too loud", minutes: 3 },
  scaling: { title: "The fix, and the digits of your framework", minutes: 6 },
  million: { title: "A million networks in one pass", minutes: 6 },
  learning: { title: "What a mask does to learning", minutes: 4 },
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
