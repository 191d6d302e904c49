export const trainedAverages = {
  section: {
    intro: [
      "Weight scaling is an approximation as soon as a curve lies between the masks and the output. Is it a good one? What counts in the end is the error on data that the network has never seen. The paper’s figure 11 takes a trained network, averages the outputs of <i>k</i> random subnetworks, and compares that with one pass through the scaled network. The next figure asks the same of a network that you train.",
    ],
    notice:
      "One subnetwork alone is a bad network: half of its units are missing. The mean of a few is already much better. But it costs a pass for each of them, and scaling costs one: that is why scaling is used.",
    derivation: {
      summary: "What is averaged, and what the paper found",
      paragraphs: [
        "For each test sample, <i>k</i> masks are drawn and the <i>k</i> outputs, probabilities of the classes, are averaged. The class with the largest average is the answer; the share of wrong answers is the error. Every run draws masks of its own.",
        "In the paper’s figure 11, about 50 subnetworks are as good as scaling on MNIST, and more of them are slightly better, though within one standard deviation. Whether it is so here depends on the network: with a different seed the lines may cross elsewhere, or not at all.",
        "An error is a share of the test samples. With 797 of them, one sample is 0.13%: small differences between errors are a few samples, and say little.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>, section 7.5 and figure 11',
    ],
  },
  title: "The mean of k subnetworks, against weight scaling",
  tries: {
    hardlyLearns: "<i>p</i><sub>drop</sub> 0.8, with which it hardly learns",
    rightLabels: "all labels right",
  },
  subnetworks: "Largest k",
  progress: (percent: number, time: string) =>
    `Trying subnetworks: ${percent}%, about ${time} left`,
  starting: "Trying subnetworks: starting",
  again: "Try the subnetworks after all",
  legend: {
    mean: "mean over the runs",
    runs: (count: number) => `${count} runs with masks of their own`,
    scaling: (error: string) => `weight scaling, one pass: ${error}`,
  },
  axis: "k random subnetworks",
  vertical: "test error",
  crossing: (k: string) => `k = ${k}`,
  first: (error: string) =>
    `Random subnetworks, one for each test sample, get ${error} of them wrong.`,
  many: (k: string, scaling: string) =>
    `The mean of ${k} is the first that is as good as weight scaling (${scaling}), within one standard deviation of the runs.`,
  one: (scaling: string) => `Even one is as good as weight scaling (${scaling}).`,
  never: (most: string, last: string, scaling: string) =>
    `The mean of ${most} still gets ${last} wrong; weight scaling, one pass, ${scaling}.`,
  same: (scaling: string) =>
    `Every number of subnetworks does as well as weight scaling (${scaling}).`,
  description: (sentence: string) =>
    `The test error of the mean of k random subnetworks, beside that of weight scaling. ${sentence}`,
  table: "monte-carlo",
  columns: {
    k: "k",
    mean: "mean error",
    deviation: "standard deviation",
    run: "error of run",
    scaling: "error of scaling",
  },
  point: (ours: {
    networks: number;
    matched: number;
    fewest: number;
    most: number;
    median: number;
    better: number;
  }) =>
    `We trained ${ours.networks} networks with the settings that the figure opens with, each from its own seed. For ${ours.matched} of them, the mean of ${ours.fewest} to ${ours.most} random subnetworks (median ${ours.median}) was as good as one scaled pass, within one standard deviation of five runs${ours.matched < ours.networks ? `; for the other ${ours.networks - ours.matched}, even 100 were not enough` : ""}. The mean of 100 was better than scaling for ${ours.better} of the ${ours.networks}.`,
  caption:
    'The network is trained with dropout, then its weights stay as they are. All curves use the same test samples. After the paper’s <a href="https://jmlr.org/papers/v15/srivastava14a.html">figure 11</a>.',
};
