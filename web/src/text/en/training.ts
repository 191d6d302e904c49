export const training = {
  section: {
    intro: [
      "The two networks of section 1 again, while they learn: a hundred points, twenty with the wrong label. Only one network drops half its hidden units at every step. What counts is the <strong>test error</strong>: how often a network is wrong about points it has never seen.",
    ],
    notice:
      "the dashed line. A network that understands the two half moons must contradict all twenty wrong labels, so its training error is 20%. Below that line it memorises mistakes, and the thick curves show what that costs on new points.",
    after: [
      "<strong>Why can the test error look better than the training error?</strong> For two reasons here. The new points have correct labels. And the dotted curve, which a training log usually prints, is measured with masks on, while new points go through the whole network. With masks off, the training error of the same network is the thin curve. A <em>validation</em> loss is measured like the test error, so the masks alone can lift the training loss above it.",
      "Dropout doesn’t win everywhere. Early in this run the plain network is ahead: stopping early also helps, if you know when. With all labels right it gains nothing: over ten seeds of the moons, 4.0% against 3.8% without it. On 1,000 digits, after 40 epochs, it was worse: 3.4% against 2.9%. With the wrong labels it ended with the lower test error nine times out of ten: 9.0% against 12.6% on average.",
    ],
    derivation: {
      summary: "How the networks are trained",
      paragraphs: [
        "By stochastic gradient descent with momentum. For each mini-batch, <i>v</i> ← momentum · <i>v</i> + <i>g</i> + weight decay · <i>w</i>, then <i>w</i> ← <i>w</i> − learning rate · <i>v</i>, where <i>g</i> is the mean gradient. After each epoch, once through all training samples, the learning rate is multiplied by its factor.",
        "The curve with masks on gives every training sample a random mask of its own, as training does, and averages up to ten such rounds.",
        "<em>Max-norm</em>, which the paper recommends together with dropout, keeps weights small in a different way: when the weights into a hidden unit are longer than the limit, as a vector, they are scaled down to it after the update.",
        "Masks and the order of the samples are PyTorch’s or NumPy’s for the same seed. Networks learn in 32-bit numbers. The same settings give the same curves, to the last digit, whenever you return.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>: sections 5.1 (how to train), 6.1 (results), 7.2 (sparse activations), 7.4 (data set size) and appendix A (learning rates, momentum, max-norm)',
    ],
  },
  title: "Two networks: without and with dropout",
  arms: { without: "without dropout", with: "with dropout" },
  results: "Errors of both networks, now",
  networkFiles: {
    without: "the network without dropout",
    with: "the network with dropout",
  },
  measures: {
    error: {
      masked: "training error, masks on",
      training: "training error, masks off",
      test: "test error",
    },
    loss: { masked: "training loss, masks on", training: "training loss", test: "test loss" },
  },
  notFrom1To: (most: number, got: string) =>
    ` must be a whole number from 1 to ${most}, got ${got}`,
  tries: {
    rightLabels: "all labels right",
    wrongLabels: "moons with wrong labels",
    digits: "handwritten digits",
  },
  examples: "More examples",
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
        "Three labels in ten are wrong. Without dropout, the network begins to learn them and makes more errors on new digits.",
    },
    smallClean: {
      name: "Small, clean",
      point:
        "300 digits with correct labels: there is little noise to learn, and dropout gains little. Over ten seeds, 5.8% of new digits are misread with it, 6.2% without.",
    },
    tooMuch: {
      name: "Dead units",
      point:
        "<i>p</i><sub>drop</sub> 0.8 with learning rate 0.05: the few kept units get large updates, and many ReLUs end up off for every sample. They get no gradient and never recover. Choose the picture of the activations to see how many are 0, then try learning rate 0.01.",
    },
    largeSteps: {
      name: "Large steps",
      point: "Twice the learning rate: fine without dropout, too much with it.",
    },
    maxNorm: {
      name: "Max-norm",
      point:
        "Digits with wrong labels, weights limited to norm 1: without dropout, that helps; together with dropout, it is too much.",
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
    dataSeed: "Seed of the data",
    hiddenLayers: "Hidden layers",
    layers: { one: "one", two: "two" },
    units: (layer: number) => `Units, layer ${layer}`,
    hidden: "hidden",
    inputs: "inputs",
    activation: "Hidden units",
    batchSize: "Samples per mini-batch",
    learningRate: "Learning rate",
    decay: "… times this per epoch",
    momentum: "Momentum",
    weightDecay: "Weight decay",
    maxNorm: "Max-norm (0: none)",
    epochs: "Epochs",
    generator: "Generator",
    seed: "Seed of the training",
    speed: "Playing speed",
    speeds: { slow: "slow", watch: "normal", fast: "straight to the end" },
    view: "Picture",
    views: {
      picture: "what the network has learned",
      confusion: "confusions on test data",
      activations: "activations of layer 1",
    },
    measure: "Curves",
    measuring: { error: "error", loss: "loss" },
  },
  player: {
    play: "Play the training",
    pause: "Pause",
    epoch: "epoch",
    epochIs: (epoch: string) => `epoch ${epoch}`,
  },
  say: {
    untrained: "Before training",
    epochs: (epochs: number, grouped: string) =>
      `After ${epochs === 1 ? "1 epoch" : `${grouped} epochs`}`,
    updates: (updates: number, grouped: string) =>
      `After ${updates === 1 ? "1 update" : `${grouped} updates`}`,
    errors: (
      when: string,
      isDigits: boolean,
      [plainTraining, dropoutTraining]: [string, string],
      [plain, dropout]: [string, string],
    ) =>
      `${when}, the plain network is wrong on ${plainTraining} of the training labels and <b>${plain}</b> of new ${isDigits ? "digits" : "points"}; with dropout, ${dropoutTraining} and <b class="with">${dropout}</b>.`,
    losses: (when: string, [plain, dropout]: [string, string]) =>
      `${when}, the mean squared error on new points is <b>${plain}</b> without dropout and <b class="with">${dropout}</b> with it.`,
  },
  earlier: "These networks are of the earlier settings.",
  starting: "Preparing the networks …",
  failure: (reason: string) =>
    `Training stopped: ${reason}. You can start it again; it will reach the same result.`,
  again: "Train again",
  lacksData: "Check the connection. The rest of this lesson works without it.",
  tryAgain: "Try again",
  diverged: (updates: number) =>
    `<strong>Diverged after ${updates === 1 ? "1 update" : `${updates} updates`}:</strong> the next one would make the loss infinite. Lower the learning rate or the momentum. The curves stop here.`,
  pictures: {
    boundary: (arm: string) => `${arm}, decision boundary`,
    curve: (arm: string) => `${arm}, fitted curve`,
    weights: (arm: string) => `${arm}, weights of layer 1`,
    activations: (arm: string) => `${arm}, activations`,
  },
  boundary: (trainingError: string, test: string) =>
    `The plane, divided into two classes by the network. Training error ${trainingError}, test error ${test}.`,
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
  chart: {
    name: "Errors over time",
    description: (values: string[]) => `Errors over time. Now: ${values.join("; ")}.`,
    described: (value: string, name: string, arm: string | undefined) =>
      arm === undefined ? `${value} ${name}` : `${value} ${name} (${arm})`,
    epochs: "epochs, early ones stretched",
    /** Which network it is of: on the screen, place and colour say it. */
    curve: (
      { arm, kind }: { arm: "without" | "with"; kind: "masked" | "training" | "test" },
      isShort: boolean,
    ) =>
      kind === "masked"
        ? isShort
          ? "masks on"
          : "training, masks on"
        : kind === "test"
          ? "new data"
          : isShort || arm === "without"
            ? "training"
            : "training, masks off",
    wrongLabels: (isShort: boolean) => (isShort ? "wrong labels" : "all wrong labels"),
  },
  update: {
    summary: "One update by itself",
    title: (updates: number) => `Update ${updates}, by itself`,
    none: "Before the first update",
    before: "One update back",
    next: "One update on",
    computing: (updates: string) => `Training again, up to update ${updates} …`,
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
      "training error, masks on",
    ],
    trueClass: "true class",
    predicted: (label: number) => `predicted ${label}`,
  },
  caption: "Teal: trained with dropout. Ink: the plain network.",
  /** What else there is to say about what is drawn. HTML. */
  captionOf: (
    { settings }: { settings: { data: string; wrongLabels: number } },
    view: string,
    hasMasked: boolean,
  ) =>
    [
      hasMasked
        ? "Dotted: training data with masks on. Thin: training data, masks off. Thick: new data."
        : "Thin: training data. Thick: new data.",
      view === "picture" && !["digits", "wave"].includes(settings.data)
        ? settings.wrongLabels > 0
          ? "Discs and squares: the two classes. Ringed: a wrong label."
          : "Discs and squares: the two classes."
        : "",
      settings.data === "digits"
        ? 'The digits are from the UCI data set <a href="https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits">Optical Recognition of Handwritten Digits</a> (E. Alpaydin, C. Kaynak, 1998), CC BY 4.0.'
        : "",
    ].join(" "),
};
