import { contents } from "./contents";
export const why = {
  section: {
    question: contents.why,
    intro: [
      "Data are never clean: part of every measurement is <em>noise</em>, which is different each time. A large network that sees few samples learns their noise as well. It fits what it has seen, and errs on what it has not. This is called <em>overfitting</em>.",
      "There is a remedy: train many different networks, and average their predictions. What they all learned stays. What each took from the noise differs from network to network, and partly cancels.",
    ],
    tryThis: [
      "give the networks 40 samples, and train again. With more data, there is less for an average to mend.",
      "set the noise to 0. Little is left to disagree on.",
    ],
    notice: [
      "Each network bends towards the samples that it saw. The average bends less.",
      "The eight differ because they started from different weights, and each saw only some of the samples. Those that learn from all of them mostly do better than the eight do on average; the average of the eight is mostly better still.",
      "This took eight networks, trained one by one. Large networks take days to train, and nobody can afford eight of them, let alone thousands. Dropout trains one, and gets a whole crowd of networks from it. The rest of this lesson is about how.",
    ],
    derivation: {
      summary: "Why the average is at least as good as its networks are on average",
      paragraphs: [
        "At one point, let the line be at <i>t</i>, network <i>k</i> at y<sub>k</sub>, and the average of all networks at ȳ. Then y<sub>k</sub>&nbsp;−&nbsp;<i>t</i> is (y<sub>k</sub>&nbsp;−&nbsp;ȳ)&nbsp;+&nbsp;(ȳ&nbsp;−&nbsp;<i>t</i>). Square this and average over the networks: the mixed term vanishes, because the y<sub>k</sub>&nbsp;−&nbsp;ȳ add up to 0. What is left is the sum of two mean squares: how far the networks are from their average, and how far the average is from the line.",
        "So the average is better than its networks are on average, by exactly as much as they disagree. Copies of one network gain nothing: they must be <em>different</em>.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>, section 1: averaging models as the ideal that dropout approximates',
      '<a href="https://papers.nips.cc/paper/1001-neural-network-ensembles-cross-validation-and-active-learning">Krogh and Vedelsby, 1994</a>, on what disagreement is worth',
    ],
  },
  formula: "With the errors of the figure:",
  prediction: {
    question:
      "Eight networks are trained, each on other samples of the same noisy data. On average, they are off by some squared error. How far off is the average of their predictions?",
    choices: [
      {
        label: "just as far: averaging changes nothing on average",
        reason: "That holds for the predictions, not for the squares of their errors.",
      },
      {
        label: "less far",
        reason: "Where one network is too high, another is too low, and this partly cancels.",
      },
      {
        label: "further: their errors add up",
        reason: "Errors in opposite directions do not add up, they cancel.",
      },
    ],
    computed: (single: string, average: string) =>
      `The core trained eight networks. Their mean squared error is ${single}; that of their average is ${average}.`,
  },
  refused: {
    samples: (min: number, max: number, got: string) =>
      `samples must be a whole number from ${min} to ${max}, got ${got}`,
    noise: (min: number, max: number, got: string) =>
      `noise must be a number from ${min} to ${max}, got ${got}`,
  },
  title: "Eight networks, and their average",
  samples: "Samples",
  noise: "Noise",
  seed: "Seed",
  otherSamples: "Other samples",
  train: "Train again",
  pause: "Pause",
  resume: "Go on",
  progress: (updates: string, most: string) => `${updates} of ${most} updates`,
  axis: "input",
  output: "output",
  legend: {
    sample: "noisy sample",
    network: "one network",
    average: "average of the eight",
    line: "the line behind the noise",
  },
  table: "Mean squared error",
  rows: {
    onOwnSamples: "one network, on its own samples",
    offTheLine: "one network, off the line",
    wholeOffTheLine: "one that saw all samples, off the line",
    averageOffTheLine: "average of the eight, off the line",
  },
  status: (updates: number, single: string, average: string) =>
    `After ${updates} updates: one network is off the line by ${single}, the average of the eight by ${average}.`,
  description: (samples: number, single: string, average: string) =>
    `${samples} noisy samples of a line, the curves of eight networks that learned from them, and the average of these curves. Mean squared error off the line: networks ${single}, average ${average}.`,
  point: "Each network learns some of the noise. Their average is closer to the truth.",
  caption:
    "Each network has 16 hidden units, and learns from some 7 in 10 of the samples, without dropout. Errors off the line are means over the whole width of the picture; those of one network are means over eight.",
  columns: {
    input: "input",
    line: "line",
    network: "network",
    average: "average",
    target: "output",
  },
};
