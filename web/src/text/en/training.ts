import { contents } from "./contents";

export const training = {
  section: {
    question: contents.training,
    intro: [
      "Here, two networks learn from the same samples. They start with the same weights and see the same mini-batches in the same order. Only one of them has dropout.",
      "What counts is the <strong>test error</strong>: how often a network is wrong about samples that it has never seen. The training error only says how well it fits those that it has. A network that fits the noise in its training data, too, is <em>overfitting</em>: its training error goes on falling, while its test error does not.",
    ],
    tryThis: [
      "choose <em>Small, clean</em>: dropout gains next to nothing. It is a remedy for overfitting, not for everything.",
      "choose <em>Large steps</em>, and let the steps become smaller: under <em>Networks, learning, seeds</em>, multiply the learning rate by 0.9 after each epoch, and train again. Does that mend it?",
      "choose the data <em>noisy curve</em>, or <em>spirals</em> with little noise and no wrong labels. There, dropout tends to make the network worse, on new samples, too.",
      "press <em>One update</em>: below the curves you then see the mini-batch, with the mask of each sample and the gradient of each unit, as in the figure of three samples above.",
      "at the end of a run with the digits, look at the <em>activations of layer 1</em>. The paper found them sparser with dropout. Is it so here?",
    ],
    notice: [
      "Where three labels in ten are wrong, a training error of 30% is not a bad one: whoever sees the digits as they are disagrees with every wrong label. A training error far below 30% gives overfitting away.",
      "Both errors are those of the full networks, without masks, as at test time. During training, the masks make the task harder.",
    ],
    derivation: {
      summary: "How the networks are trained",
      paragraphs: [
        "By stochastic gradient descent with momentum: for each mini-batch, v ← momentum · v + g + weight decay · w, and w ← w − learning rate · v, with g the average gradient over the mini-batch. After each epoch, which is once through all training samples, the learning rate is multiplied by its factor.",
        "<em>Max-norm</em>, which the paper recommends beside dropout, keeps the weights small in another way: where the weights that a hidden unit receives are longer than the limit, as a vector, they are scaled down to it after each update. The paper found that it permits large learning rates; with 1,000 digits, p_drop 0.5 and a limit of 2, it did not here.",
        "The masks and the order of the samples are PyTorch’s, or NumPy’s, for the same seed. The networks learn in 32-bit numbers; losses are computed from their outputs in 64-bit ones. The same settings give the same curves, to the last digit, whenever you return.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>: sections 5.1 (how to train), 6.1 (results), 7.2 (sparse activations, figure 8), 7.4 (the effect of data set size, figure 10) and appendix A (learning rates, momentum, max-norm)',
    ],
  },
  prediction: {
    question:
      "A hundred points are to be divided into two classes; 20 of them have a wrong label. One network learns them without dropout, one with it. Which one makes fewer errors on these points, and which one on new points?",
    choices: [
      {
        label: "without dropout, on both",
        reason: "It fits some of the wrong labels, and that does not help with new points.",
      },
      {
        label: "without dropout on these points, with dropout on new ones",
        reason:
          "Without dropout, the network bends around some of the wrong labels; with it, the boundary stays smoother.",
      },
      {
        label: "with dropout, on both",
        reason: "Dropout makes it harder to fit the training data, not easier.",
      },
      {
        label: "with dropout on these points, without dropout on new ones",
        reason: "It is the other way round.",
      },
    ],
    /** Which network makes fewer errors on what, for each choice. */
    outcomes: [
      { training: "without", test: "without" },
      { training: "without", test: "with" },
      { training: "with", test: "with" },
      { training: "with", test: "without" },
    ],
    computed: (arm: string, trainingError: string, testError: string) =>
      `${arm}: ${trainingError} wrong on the training points, ${testError} on 1,000 new ones.`,
  },
  title: "Two networks: without and with dropout",
  arms: { without: "Without dropout", with: "With dropout" },
  results: "Errors of both networks, now",
  networkFiles: {
    without: "the network without dropout",
    with: "the network with dropout",
  },
  measures: {
    error: { training: "training error", test: "test error" },
    loss: { training: "training loss", test: "test loss" },
  },
  notFrom1To: (most: number, got: string) =>
    ` must be a whole number from 1 to ${most}, got ${got}`,
  examples: "Examples",
  noPreset: "Your own settings: choose an example to start again.",
  presets: {
    moons: {
      name: "Moons",
      point:
        "A fifth of the labels are wrong. Without dropout, the boundary bends around some of them; with it, it stays smoother.",
    },
    wrongDigits: {
      name: "Digits",
      point:
        "Three labels in ten are wrong. Without dropout, the network begins to learn them, and makes more errors on test data.",
    },
    smallClean: {
      name: "Small, clean",
      point:
        "300 digits, all labels right: there is little noise to learn, and dropout gains next to nothing.",
    },
    tooMuch: {
      name: "Too much dropout",
      point:
        "With p_drop 0.8, too little of the network is left: it is worse on the training data, too.",
    },
    largeSteps: {
      name: "Large steps",
      point: "Twice the learning rate: good without dropout, too much with it.",
    },
    maxNorm: {
      name: "Max-norm",
      point:
        "The digits with wrong labels, weights limited to norm 1: without dropout, that helps; together with dropout, it is too much.",
    },
  },
  controls: {
    data: "Data",
    dataNames: {
      digits: "handwritten digits",
      moons: "moons",
      circles: "circles",
      xor: "squares (xor)",
      spirals: "spirals",
      wave: "noisy curve",
    },
    samples: "Training samples",
    noise: "Noise",
    wrongLabels: "Wrong labels",
    more: "Networks, learning, seeds",
    dataSeed: "Seed of the data",
    hiddenLayers: "Hidden layers",
    layers: { one: "one", two: "two" },
    units: (layer: number) => `Units, layer ${layer}`,
    hidden: "hidden",
    inputs: "inputs",
    activation: "Hidden units",
    activations: { relu: "ReLU", tanh: "tanh", sigmoid: "sigmoid" },
    batchSize: "Samples per mini-batch",
    learningRate: "Learning rate",
    decay: "… times this per epoch",
    momentum: "Momentum",
    weightDecay: "Weight decay",
    maxNorm: "Max-norm (0: none)",
    epochs: "Epochs",
    generator: "Random numbers of",
    seed: "Seed of the training",
  },
  player: {
    play: "Train",
    goOn: "Go on",
    pause: "Pause",
    step: "One update",
    reset: "Start over",
    longer: "Train longer",
    speed: "Speed",
    speeds: {
      slow: "one update at a time",
      watch: "to watch",
      fast: "as fast as possible",
    },
    progress: (epoch: string, epochs: string, updates: string) =>
      `Epoch ${epoch} of ${epochs}, update ${updates}`,
    left: (time: string) => `· about ${time} left`,
  },
  earlier: "These networks are of the earlier settings.",
  starting: "Preparing the networks …",
  failure: (reason: string) =>
    `Training stopped: ${reason}. It can start anew, and will come to the same.`,
  again: "Train again to here",
  lacksData: "Check the connection. All else in this lesson goes on without it.",
  tryAgain: "Try again",
  diverged: (updates: number) =>
    `<strong>Diverged after ${updates === 1 ? "1 update" : `${updates} updates`}:</strong> the next one would make the loss infinite. Lower the learning rate or the momentum. The curves stop here.`,
  view: "Picture",
  views: {
    moons: "decision boundary",
    circles: "decision boundary",
    xor: "decision boundary",
    spirals: "decision boundary",
    wave: "fitted curve",
    digits: "weights of layer 1",
    confusion: "confusions on test data",
    activations: "activations of layer 1",
  },
  pictures: {
    boundary: (arm: string) => `${arm}, decision boundary`,
    curve: (arm: string) => `${arm}, fitted curve`,
    weights: (arm: string) => `${arm}, weights of layer 1`,
    activations: (arm: string) => `${arm}, activations`,
    curves: (arm: string, measure: "error" | "loss") => `${arm}, ${measure}`,
  },
  classes: ["class 0", "class 1"],
  wrongLabel: "wrong label",
  boundary: (training: string, test: string) =>
    `The plane, divided into two classes by the network. Training error ${training}, test error ${test}.`,
  curve: {
    input: "input",
    output: "output",
    fitted: "the network",
    truth: "the curve without noise",
    samples: "training samples",
    description: (test: string) =>
      `The network’s output along the input, beside the noisy samples and the curve that they come from. Test loss ${test}.`,
  },
  weights: {
    description: (shown: number, all: number) =>
      `The weights from the 64 pixels to ${shown} of ${all} hidden units, each unit’s as a picture.`,
    legend: (shown: number, all: number) =>
      `${shown < all ? `${shown} of ${all} units` : `${all} units`}, each with its weights from the 8 × 8 pixels: white is positive, black negative.`,
  },
  confusion: {
    caption: "Rows: the digit. Columns: what the network says. Right on the diagonal.",
    corner: "true ↓",
  },
  activations: {
    sentence: (mean: string, zeros: string) =>
      `On average <strong>${mean}</strong>; <strong>${zeros}</strong> of all activations are 0.`,
    means: "mean activation of a unit, over the test data",
    all: "activation, of every unit for every test sample",
    share: "share",
    description: (title: string) => `Histogram: ${title}.`,
  },
  curves: {
    epochs: "epochs",
    vertical: { error: "error", loss: "loss" },
    training: "training data",
    test: "test data",
    description: (measure: "error" | "loss", training: string, test: string) =>
      `The ${measure} after each epoch. Now ${training} on training data, ${test} on test data.`,
  },
  update: {
    title: (updates: number) => `Update ${updates}, by itself`,
    explanation:
      "One row for each sample of the mini-batch, one column for each hidden unit. <strong>Blank:</strong> the sample’s mask dropped the unit, and the weights into it learn nothing from this sample. <strong>Pale:</strong> kept, but the gradient is 0, as where ReLU is off. <strong>Strong:</strong> the unit learns; the stronger the colour, the larger the gradient of the sample’s loss by the unit’s bias. The average down each column, blanks counted as 0, is what moves the bias.",
    name: (arm: string, layer: number) => `${arm}, hidden layer ${layer}`,
    description: (samples: number, units: number) =>
      `Gradients of ${samples} samples for ${units} units.`,
    counts: (all: string, dropped: string, zero: string, rest: string) =>
      `Of ${all} cells, ${dropped} dropped, ${zero} with gradient 0, ${rest} that learn.`,
  },
  columns: {
    curves: [
      "updates",
      "epochs",
      "learning rate",
      "training loss",
      "test loss",
      "training error",
      "test error",
    ],
    trueClass: "true class",
    predicted: (label: number) => `predicted ${label}`,
  },
  status: {
    updates: (updates: number) => `After ${updates === 1 ? "1 update" : `${updates} updates`}.`,
    network: (arm: string, trainingValue: string, test: string, diverged: boolean) =>
      `${arm}: training ${trainingValue}, test ${test}${diverged ? ", diverged" : ""}.`,
  },
  point: "Compare the two test errors: only they say whether dropout helps.",
  caption:
    "Both networks start with the same weights and see the same mini-batches. The errors are those of the full networks.",
  attribution:
    'The digits are from the UCI data set <a href="https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits">Optical Recognition of Handwritten Digits</a> (E. Alpaydin, C. Kaynak, 1998), CC BY 4.0.',
};
