import type { AveragingMethod } from "../../api/core/averaging_types";
import { contents } from "./contents";
import { networkDocument } from "./network_document";

const exactBecause = {
  "A and S": "After the masks everything is linear, and an average passes through what is linear.",
  "G and S":
    "G is the output’s curve, applied to the average sum. After the masks everything up to that sum is linear, so the average sum is the full network’s.",
  "A and G": "After the masks everything is linear.",
};

const approximateBecause = {
  "A and S": "The average of a curve’s values is not the curve’s value at the average.",
  "G and S": "In the single pass, the sum that the output unit receives is not the average sum.",
  "A and G": "A averages after the output unit’s curve, G before it.",
};

type PairName = keyof typeof exactBecause;

export const averages = {
  section: {
    question: contents.averages,
    intro: [
      "Four subnetworks are few: 20 units have a million, and 1,000 units have 2<sup>1000</sup>, a number with 302 digits. And so far, the output unit just added up what it received. Three numbers could stand for all subnetworks:",
      "<strong>A</strong>, the average of their outputs, each weighted by its probability, as above.",
      "<strong>G</strong>, their geometric mean: outputs are multiplied, each to the power of its probability, and the results for all classes (with a sigmoid: for the output and for 1&nbsp;−&nbsp;output) are divided by their sum. Only outputs that are probabilities have one.",
      "<strong>S</strong>, the scaled full network: one pass, every unit on.",
      "The next figure works with inverted dropout, as PyTorch does: its masks do the scaling, and S is simply the network as it stands.",
    ],
    tryThis: [
      "choose <em>Two dropped layers</em> and set the p_drop of layer 1 to 0. One mask is left, right before the output layer, and G = S again. Put it back to 0.5, and make the output and the hidden units linear: A = S, with both masks in place.",
      "choose <em>Two dropped layers</em> again, with 40 units in each. The mathematics that averages 2<sup>1000</sup> subnetworks finds no short way through two masks with a curve between them, and the figure falls back on random ones.",
    ],
    notice: [
      "What decides is where the curves are. An average passes through additions and through multiplications by weights: when nothing else follows the masks, A = S. A sigmoid or a softmax at the output is a curve, and in general A is no longer S. But G averages what goes <em>into</em> that curve, and so G = S. A curve between a mask and the output layer, such as the ReLU of a second hidden layer, spoils that, too. Then S is an approximation.",
      "There is another approximation: run a few random subnetworks, and average those. In the paper’s figure 11, it takes about 50 of them to be as good as scaling, which is one pass.",
    ],
    derivation: {
      summary: "Why G = S, and how 2<sup>1000</sup> subnetworks are averaged",
      paragraphs: [
        "Take a sigmoid output. The logarithm of output / (1&nbsp;−&nbsp;output) is just <i>z</i>, the sum that the output unit receives. The logarithm of a geometric mean is the average of the logarithms. So the logarithm of G / (1&nbsp;−&nbsp;G) is the average of <i>z</i>, and G is the sigmoid of it. If only the last hidden layer is masked, the average of <i>z</i> is the full network’s <i>z</i>, as in the figure above: G = S. A softmax works the same way, class by class.",
        "A needs more. It is an average over 2<sup><i>n</i></sup> values of a curve, and no machine can run through 2<sup>1000</sup> of them. But <i>z</i> is a sum of independent terms, one for each unit, and the output’s bias <i>b</i>. With a<sub>i</sub> for the unit’s value times its weight, the term is a<sub>i</sub> / p_keep with probability p_keep (which is 1&nbsp;−&nbsp;p_drop), or 0. The <em>characteristic function</em> φ(t), the average of e<sup>i t z</sup>, turns that sum into a product with one factor for each unit, and one integral turns φ into the average of the sigmoid:",
      ],
    },
    sources: [
      '<a href="https://papers.nips.cc/paper/4878-understanding-dropout">Baldi and Sadowski, 2013</a>, on G = S',
      '<a href="https://www.deeplearningbook.org/contents/regularization.html">Goodfellow, Bengio and Courville, 2016</a>, section 7.12',
      '<a href="https://arxiv.org/abs/1312.6197">Warde-Farley and others, 2013</a>, who averaged networks of two layers of ten units over all their subnetworks, as the example <em>10 + 10 units</em> does',
    ],
  },
  predictions: {
    linear: {
      question:
        "The output unit is linear: it only adds up. Only its hidden units are dropped. Is the average A equal to the single pass S?",
      choices: [
        { label: "exactly, whatever the weights are", reason: "An average passes through a sum." },
        {
          label: "nearly, as long as the weights are small",
          reason: "The size of the weights does not matter: nothing here is a curve.",
        },
        {
          label: "no, the subnetworks are too different",
          reason: "They are very different, and yet their average is known.",
        },
      ],
    },
    sigmoid: {
      question:
        "Now the output unit passes its sum through a sigmoid. Which of the three numbers are equal, whatever the weights are?",
      choices: [
        {
          label: "A and S",
          reason: "A averages after the curve, S applies the curve once to the average sum.",
        },
        { label: "G and S", reason: "G averages what goes into the curve." },
        { label: "A, G and S", reason: "That was so without the curve." },
        { label: "none of them", reason: "There is one pair that survives the curve." },
      ],
    },
    random: {
      question:
        "The figure’s example <em>10 + 10 units</em> has a sigmoid output and a million subnetworks, and S is not quite their average. How many random ones must be averaged to be as close to A as S is?",
      /** What the choices below stand for. */
      values: [1, 50, 1000, 2 ** 20],
      choices: [
        {
          label: "one",
          reason: "One subnetwork can be far from the average of all. S is much closer.",
        },
        {
          label: "some 50",
          reason:
            "The distance of their mean falls with the square root of their number, so few are enough for a rough average, and very many are needed for a fine one.",
        },
        {
          label: "about 1,000",
          reason: "A mean of 1,000 is already closer to A than S is.",
        },
        {
          label: "nearly all of the million",
          reason: "A random sample of a few dozen says much about all.",
        },
      ],
      computed: (crossing: string) =>
        `The core averages all of them, and finds the number where both are typically as close: ${crossing}.`,
    },
    computed: (pairs: string) =>
      `The core derives from the structure of the network, and confirms in numbers: ${pairs}.`,
    exact: (pair: string) => `${pair} are equal`,
    approximate: (pair: string, difference: string) => `${pair} differ, here by ${difference}`,
  },
  formula:
    "The mean of <i>k</i> random subnetworks is typically <i>s</i>&nbsp;/&nbsp;√<i>k</i> away from A, with <i>s</i> the standard deviation of their outputs. So as many as this are as good as the single pass S:",
  formulaHere: "With the numbers of the figure:",
  title: "Your own network: does one pass give the average?",
  statusBusy: "Averaging. This takes a while.",
  statusCancelled: "Cancelled. The results are of earlier settings.",
  status: {
    subnetworks: (digits: string) => (digits === "1" ? "1 subnetwork." : `${digits} subnetworks.`),
    power: (units: number) => `2 to the power of ${units}`,
    contender: (letter: string, value: string) => `${letter} ${value}.`,
    pair: (name: string, isExact: boolean, difference: string | undefined) =>
      `${name}: ${isExact ? "exact" : "approximate"}${difference === undefined ? "" : `, difference ${difference}`}.`,
  },
  point:
    "“Exact” holds for all weights and inputs; “approximate” means that nothing makes the two equal, though they can come close or meet by chance.",
  caption:
    '“None” is a difference that rounding alone could make: for a sigmoid or softmax, usually 10<sup>−12</sup> of the value. The chart of random subnetworks asks of your network what figure 11 of the <a href="https://jmlr.org/papers/v15/srivastava14a.html">paper</a> asks of one that reads handwritten digits: the mean of how many random subnetworks is as good as the scaled network? The weights are those that PyTorch draws after <code>torch.manual_seed</code>.',
  examples: "Examples",
  presets: {
    linear: {
      name: "Linear output",
      point: "The outputs are far apart, and yet S, a single pass, is exactly their average A.",
    },
    sigmoid: {
      name: "Sigmoid output",
      point: "The same network with a sigmoid: now S is exactly G, and A lies elsewhere.",
    },
    twoLayers: {
      name: "Two dropped layers",
      point: "Nothing is exact any more: A, G and S are three different numbers.",
    },
    equalWeights: {
      name: "Equal weights",
      point:
        "A classic mistake: W weights all subnetworks equally, which is right at p_drop 0.5 only.",
    },
    tenAndTen: {
      name: "10 + 10 units",
      point:
        "A million subnetworks, all counted in. Here, S is as far from A as the mean of 50 random ones.",
    },
    thousand: {
      name: "1,000 units",
      point: "More subnetworks than the universe has atoms, and their average is still exact.",
    },
  },
  noPreset: "Your own network: choose an example to start again.",
  controls: {
    hiddenLayers: "Hidden layers",
    layers: { one: "one", two: "two" },
    output: "Output",
    units: (layer: number) => `Units, layer ${layer}`,
    layer: (layer: number) => `layer ${layer}`,
    inputs: "inputs",
    input: (input: number) => `Input x${input}`,
    hiddenUnits: "Hidden units",
    seed: "Seed of the weights",
    shownOutput: "Shown output",
    classes: { 0: "class 0", 1: "class 1", 2: "class 2" },
    more: "Inputs, hidden units, seed",
    wrong: "Also show the wrong average, which weights all subnetworks equally",
  },
  activations: {
    identity: "linear",
    relu: "ReLU",
    tanh: "tanh",
    sigmoid: "sigmoid",
    softmax: "softmax",
  },
  softmaxOfThree: "softmax (3)",
  own: {
    summary: "Use a network of your own",
    intro:
      "Paste a network document, or open one as a file: the one that <em>Share, save</em> writes, or one from PyTorch, by the program below.",
    document: "Network document (JSON)",
    use: "Use this network",
    file: "or open a file",
    back: "Back to drawn weights",
    input: (inputs: number) => (inputs === 1 ? "Input" : `Inputs, ${inputs} numbers`),
    output: "Shown output, from 0",
    tooLong: "The document has more than 1,000,000 characters.",
    unreadable: "This file could not be read.",
    noJson: (reason: string) => `This is not JSON: ${reason}`,
    noLink: "This network is too large for a link: send the document with it.",
    snippetSummary: "Write such a document with PyTorch",
    snippetLabel: "Turns an nn.Sequential into a network document",
    snippet: networkDocument,
  },
  contenders: {
    title: "What could stand for all of them",
    average: "average of all subnetworks",
    estimated: "average of all subnetworks, estimated",
    geometric: "their geometric mean, renormalized",
    scaled: "scaled full network, one pass",
    wrong: "wrong: all weighted equally",
  },
  pairs: {
    title: "Are they equal?",
    pair: "Pair",
    theory: "In theory",
    here: "Difference here",
    exact: "exact",
    approximate: "approximate",
    unknown: "unknown",
    confirmed: "The numbers confirm it.",
    byChance: "Here they are equal all the same.",
    none: "none (rounding)",
  },
  why: {
    nothingDropped: "Nothing can be dropped: the full network is the only subnetwork.",
    constant: "The output is the same whatever the masks drop.",
    everythingDropped: (layer?: number) =>
      `Here p_drop is 1: every mask drops ${layer === undefined ? "all inputs" : `all of layer ${layer}`}, and only the full network gets to see them.`,
    linear: (pair: PairName) => exactBecause[pair],
    outputCurve: (pair: PairName) =>
      `The masks act before the output unit’s curve. ${approximateBecause[pair]}`,
    hiddenCurve: (pair: PairName, layer: number, activation: string) =>
      `Masks act before hidden layer ${layer}, whose ${activation} is no straight line. ${approximateBecause[pair]}`,
  },
  count: {
    one: "subnetwork",
    many: "subnetworks",
    digits: (digits: number) => `a number with ${digits} digits`,
    about: (size: string) => `about ${size}`,
    a: "a",
    names: ["million", "billion", "trillion"],
  },
  how: {
    exactly: (time: string) => `Averaged exactly in ${time}.`,
    not: "Not averaged exactly: every exact way would take too long here.",
    estimated: (samples: string) =>
      `A is estimated from ${samples} random subnetworks; ± is its standard error.`,
    onePass: "Nothing can be dropped: one pass is the whole average.",
    enumerated: (units: number, masks: string, way: string) =>
      `The 2<sup>${units}</sup> masks of ${masks} are taken one by one. For each, ${way}`,
    and: " and ",
    theInputs: "the inputs",
    layer: (layer: number) => `layer ${layer}`,
    ways: {
      "closed-form":
        "everything after the last mask is linear: a formula gives the average, and no subnetwork is run.",
      "characteristic-function":
        "the average over the last mask is one integral, over a product of one factor for each unit instead of a sum of one term for each subnetwork.",
      enumeration:
        "every subnetwork is computed, from tables of sums instead of by a pass through its layers.",
    } satisfies Record<AveragingMethod, string>,
  },
  job: {
    progress: (percent: number, time: string) => `Averaging: ${percent}%, about ${time} left`,
    cancelled: "Cancelled.",
    earlier: "The results below are of earlier settings.",
    cancel: "Cancel",
    again: "Compute it after all",
  },
  outputs: {
    title: (whose: string) => `Outputs of ${whose}`,
    all: "all subnetworks",
    sample: (samples: string) => `a sample of ${samples} random subnetworks`,
    axis: "output",
    axisOf: (output: number) => `output of class ${output}`,
    description: (whose: string, from: string, to: string, markers: string) =>
      `Histogram of the outputs of ${whose}, from ${from} to ${to}, with ${markers}.`,
  },
  monteCarlo: {
    title: "A few random subnetworks instead of all",
    unknown:
      "How far they are from A cannot be shown here: this needs A itself, not an estimate of it.",
    allTheSame: "Practically every subnetwork gives the same output here: a single one is enough.",
    description: (most: number, howMany: string) =>
      `How far the mean of k random subnetworks is from A, for k from 1 to ${most}. ${howMany}`,
    expected: "typical distance from A (root mean square): it falls like 1/√k",
    runs: (count: number) => `${count === 1 ? "one run" : `${count} runs`} with random masks`,
    level: (distance: string) => `S, one pass, is ${distance} from A`,
    axis: "k random subnetworks",
    vertical: "distance from A",
    crossing: (k: string) => `k* = ${k}`,
    never: "No number of random subnetworks is as good as S: it is exact.",
    neverHere: "No number of random subnetworks is as good as S: here, S equals A.",
    even: "Even a single random subnetwork is typically closer to A than S is.",
    one: "One random subnetwork is about as good as S; more are better.",
    beyond: (k: string) =>
      `The mean of about ${k} random subnetworks is as good as S: this is more than the chart shows.`,
    many: (k: string) =>
      `The mean of about ${k} random subnetworks is as good as S; more are better.`,
  },
  columns: {
    name: "name",
    value: "value",
    standardError: "standard error",
    from: "from",
    to: "to",
    probability: "probability",
    k: "k",
    expected: "expected error",
    run: "error of run",
  },
};
