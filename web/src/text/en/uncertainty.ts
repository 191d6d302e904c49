import { percent } from "../format";

/** As it is said: an eight. */
const aDigit = (digit: number) => `${digit === 8 ? "an" : "a"} ${digit}`;

export const uncertainty = {
  section: {
    intro: [
      "One pass gives one answer, with a number from the softmax that looks like a probability. Leave the masks on, and every mask gives a different answer. Where the subnetworks agree, no single unit decides the answer; where they disagree, it depends on chance. Does that tell us how sure the network is?",
    ],
    notice:
      "Digits over which the subnetworks disagree are misread more often: the table counts it. But what is no digit at all can get the same answer from nearly all of them. They were trained on the same digits, and have the same blind spots.",
    derivation: {
      summary: "What the spread is, and what it is not",
      paragraphs: [
        "Gal and Ghahramani showed in 2016 that training with dropout and a weight penalty can be read as an approximation to Bayesian inference: the random subnetworks then play the part of plausible networks, and the spread of their outputs shows the uncertainty about the weights. They call the mean of <i>k</i> of them <em>MC dropout</em>.",
        "How wide the spread is depends on <i>p</i><sub>drop</sub>, which you chose, and not on the data alone. Set it close to 0 and the spread vanishes, whatever the network knows. With <i>p</i><sub>drop</sub> fixed, it does not even have to shrink when more data comes in (Osband, 2016).",
        "It does not tell you how often the answers are right: count that on data kept out of training. And it only holds for inputs like the training data.",
        "It is good for ranking. Inputs over which the subnetworks disagree are misread more often than others, and can be handed to a human.",
      ],
    },
    sources: [
      '<a href="https://arxiv.org/abs/1506.02142">Gal and Ghahramani, 2016</a>: Dropout as a Bayesian approximation',
      "Osband, 2016: Risk versus uncertainty in deep learning (NIPS workshop on Bayesian deep learning)",
      '<a href="https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits">Alpaydin and Kaynak, 1998</a>: Optical Recognition of Handwritten Digits, UCI, CC BY 4.0',
    ],
  },
  prediction: {
    question:
      "A network has learned to tell ten digits apart. Show it a cross, which is none of them. What will its ten outputs be?",
    choices: [
      {
        label: "about 10% for each digit",
        reason: "Nothing in training asked for that: for every image it saw, one digit was right.",
      },
      {
        label: "more than half for a single digit",
        reason:
          "A softmax shares out 100% among the digits it knows, and “none of them” is not one of its answers.",
      },
      {
        label: "spread over a few digits, none above half",
        reason:
          "A softmax shares out 100% among the digits it knows; how evenly, depends on the image.",
      },
    ],
    computed: (digit: number, output: string) =>
      `The largest output is that for ${digit}: ${output}.`,
  },
  title: "What a thousand subnetworks make of one image",
  tries: { misread: "a digit that it misreads", blank: "a blank sheet" },
  source: "Image",
  sources: { digit: "a test digit", drawing: "my drawing" },
  filter: "Which digits",
  filters: {
    all: "all test digits",
    misread: "those it misreads",
    disputed: "those that subnetworks dispute",
  },
  noneThere: "There are none.",
  subnetworks: "Random masks",
  digits: "Test digits",
  digit: (label: number, place: number) => `Digit ${place}, ${aDigit(label)}`,
  previous: "Previous",
  next: "Next",
  range: (first: number, last: number, all: string) => `${first} to ${last} of ${all}`,
  pad: {
    label: "Drawing pad",
    help: "Draw with a mouse or a finger. Keyboard: arrows move the pen, Space puts it down and lifts it.",
    pen: (row: number, column: number, state: "up" | "draw" | "erase") =>
      `Row ${row}, column ${column}, ${{ up: "pen up", draw: "drawing", erase: "erasing" }[state]}`,
  },
  pen: "Pen",
  pens: { draw: "draws", erase: "erases" },
  clear: "Clear",
  fits: "Fit it to the frame, as the data was",
  examples: "Or an example",
  exampleNames: {
    seven: "a seven",
    cross: "a cross",
    square: "a filled square",
    stripes: "stripes",
  },
  sees: "What the network sees",
  seesCaption: {
    digit: "8 × 8 pixels, with 0 to 16 parts of ink",
    drawing: "8 × 8 pixels, each the ink of 4 × 4 of yours",
  },
  drawingNote:
    "The digits of the data set were also bitmaps of 32 × 32 pixels whose ink was counted. But other people wrote them, with other pens, and NIST’s programs prepared them in a way that this page can only imitate. Expect more errors than on the test digits.",
  axis: "output of the softmax",
  votes: "votes",
  chart: "outputs of random subnetworks",
  description: (sentence: string) =>
    `For each digit from 0 to 9, the outputs of random subnetworks between 0 and 1. ${sentence}`,
  legend: {
    dots: (drawn: string, all: string) =>
      drawn === all
        ? `one of ${all} random subnetworks`
        : `one of ${all} random subnetworks; ${drawn} are drawn`,
    estimated: "their mean",
    exact: (power: number) => `exact mean of all 2<sup>${power}</sup> subnetworks`,
    full: "full network, one pass",
  },
  answer: (digit: number, output: string) =>
    `With all units on, the network says <strong>${digit}</strong>, with ${output}.`,
  nearlyAll: "more than 99.9%",
  truth: (digit: number) => `It is ${aDigit(digit)}.`,
  vote: (votes: string) => `Of the random subnetworks, ${votes}.`,
  voteOf: (share: string, digit: number) => `${share} say ${digit}`,
  unanimous: (digit: number) => `All random subnetworks say ${digit}.`,
  others: (share: string) => `${share} something else`,
  agreement: {
    caption: (digits: string, voters: string) =>
      `All ${digits} test digits: how many of ${voters} random subnetworks give the network’s answer, and how often is it wrong?`,
    agree: "give its answer",
    count: "digits",
    misread: "of them misread",
    range: (from: number, below: number | undefined) =>
      below === undefined
        ? "all"
        : from === 0
          ? `fewer than ${percent(below, 0)}`
          : `${percent(from, 0)} or more`,
    none: "–",
    asking: "…",
  },
  numbers: "The numbers",
  table: "spread",
  columns: {
    digit: "digit",
    full: "full network",
    mean: "mean",
    low: "5%",
    high: "95%",
    votes: "votes",
  },
  point:
    "The spread shows how much the answer depends on which units are on. It is not the probability that the answer is wrong.",
  caption:
    "Each dot is the output of one random subnetwork for that digit; each subnetwork votes for the digit that has its largest output. If there are too many subnetworks to average exactly, the mean is that of the random ones.",
};
