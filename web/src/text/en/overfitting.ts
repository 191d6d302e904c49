export const overfitting = {
  title: "Two networks on the same misleading samples",
  arms: { without: "without dropout", with: "with dropout" },
  pDrop: (pDrop: string) => `, <i>p</i><sub>drop</sub>\u00a0${pDrop}`,
  files: {
    without: "the network without dropout",
    with: "the network with dropout",
  },
  pictures: { without: "boundary without dropout", with: "boundary with dropout" },
  training: "Training …",
  ofNew: (count: string) => `of ${count} new points wrong`,
  halfOff: "Switch off half the units",
  allOn: "Switch all units on",
  otherHalf: "A different half",
  whole: (without: string, withDropout: string) =>
    `With all units on, the network without dropout gets ${without} of new points wrong, the one with dropout ${withDropout}.`,
  half: (without: string, withDropout: string) =>
    `With half of the hidden units off, the network without dropout gets ${without} of new points wrong, the one with dropout ${withDropout}.`,
  description: (network: string, error: string, isHalfOff: boolean) =>
    `The two classes as the network ${network} divides the plane${isHalfOff ? ", with half of its hidden units off" : ""}, and the samples it learned from. It gets ${error} of new points wrong.`,
  caption:
    "Dots and squares are the two classes; a ring marks a wrong label. The line is where the network switches from one class to the other. Half off means the same units in both networks.",
  diverged: "Training diverged: a smaller learning rate helps.",
};
