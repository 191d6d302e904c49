export const why = {
  section: {
    intro: [
      "Part of every measurement is <em>noise</em>. Below, two networks learn a hundred points in two classes, shaped like half moons. Twenty points, ringed, have the wrong label. The networks start from the same weights and see the same points in the same order. The left one, without dropout, bends around some of the wrong labels to get them right, and so it is wrong about new points nearby. It has learned the noise along with the pattern. That is <em>overfitting</em>.",
      "While the right one trained, half of its hidden units were switched off, different ones for every point. It bends less, and makes fewer mistakes on new points.",
    ],
    derivation: {
      summary: "Why the mean is at least as good as its networks are on average",
      paragraphs: [
        "At one point, let the line be at <i>t</i>, network <i>k</i> at y<sub>k</sub>, and the mean of all networks at ȳ. Then y<sub>k</sub>&nbsp;−&nbsp;<i>t</i> is (y<sub>k</sub>&nbsp;−&nbsp;ȳ)&nbsp;+&nbsp;(ȳ&nbsp;−&nbsp;<i>t</i>). Square this and average over the networks: the mixed term vanishes, because the y<sub>k</sub>&nbsp;−&nbsp;ȳ add up to 0. What is left is the sum of two mean squares: how far the networks are from their mean, and how far the mean is from the line.",
        "So the mean is better than its networks are on average, by exactly as much as they disagree. Copies of one network gain nothing: they must be <em>different</em>.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>, sections 1 (averaging models) and 7.1 (co-adaptation; its figure 7 shows what first-layer units look for. Section 7 shows ours with “handwritten digits”: of so small images, they differ less)',
      '<a href="https://papers.nips.cc/paper/1001-neural-network-ensembles-cross-validation-and-active-learning">Krogh and Vedelsby, 1994</a>, on what disagreement is worth',
    ],
  },
  /** Between the figures. Errors in per cent, whole and with half of the units off. */
  coAdaptation: (
    trials: number,
    errors: Record<"whole" | "half", Record<"without" | "with", string>>,
  ) => [
    `Why does that help? Press <strong>Switch off half the units</strong>. The left network falls apart, because its units correct each other’s mistakes. This is called <em>co-adaptation</em>, and on new points it often fails. In the right network no unit could rely on any other, so each had to be useful on its own. In ${trials} trials of ours, with half of the units off, the mean error on new points rose from ${errors.whole.without} to ${errors.half.without} without dropout, and from ${errors.whole.with} to ${errors.half.with} with it.`,
  ],
  average:
    "There is a second way to see it. The best remedy for overfitting is to average the outputs of many different networks. Here are eight, each trained on its own share of a few noisy samples. What they agree on stays. The noise that each one picked up partly cancels out.",
  crowd: (better: number, trials: number) => [
    `In ${better} of ${trials} trials of ours, the mean of the eight came closer to the line than a network that learned from all the samples. But it takes eight trainings: worth it where mistakes are expensive (look for <em>deep ensembles</em>), too much for a network that trains for weeks.`,
    "Dropout trains only one network, and still gets a crowd: each mask makes a different network from the same weights. The rest of this lesson shows how.",
  ],
  formula: "With the errors of the figure:",
  refused: {
    samples: (min: number, max: number, got: string) =>
      `samples must be a whole number from ${min} to ${max}, got ${got}`,
    noise: (min: number, max: number, got: string) =>
      `noise must be a number from ${min} to ${max}, got ${got}`,
  },
  title: "Eight networks and their mean",
  samples: "Samples",
  noise: "Noise",
  seed: "Seed",
  otherSamples: "New samples",
  train: "Train again",
  pause: "Pause",
  resume: "Go on",
  axis: "input",
  output: "output",
  legend: {
    sample: "noisy sample",
    network: "one network",
    average: "mean of the eight",
    truth: "the line behind the noise",
  },
  progress: (updates: string, max: string) => `${updates} of ${max} updates`,
  table: "Mean squared error",
  rows: {
    onOwnSamples: "one network, on its own samples",
    offTheLine: "one network, off the line",
    wholeOffTheLine: "one that saw all samples, off the line",
    averageOffTheLine: "mean of the eight, off the line",
  },
  status: (updates: number, single: string, average: string) =>
    `After ${updates} updates: one network is off the line by ${single}, the mean of the eight by ${average}.`,
  description: (samples: number, single: string, average: string) =>
    `${samples} noisy samples of a line, the curves of eight networks that learned from them, and the mean of these curves. Mean squared error off the line: networks ${single}, mean ${average}.`,
  caption:
    "Each network learns from about 7 in 10 of the samples, without dropout. Errors off the line are means over the picture’s width; those of one network are means over eight.",
  columns: {
    input: "input",
    line: "line",
    network: "network",
    average: "mean",
    target: "output",
  },
};
