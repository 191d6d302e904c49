import type { AveragingMethod } from "../../api/core/averaging_types";
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

const pKeep = "<i>p</i><sub>keep</sub>";

export const averages = {
  section: {
    intro: [
      "With two hidden units one pass lost nothing: the output unit only adds, and the average of a sum is the sum of the averages.",
      "Now twenty hidden units. They have 2<sup>20</sup> masks, and your browser runs every one of them. From here on masks also scale, as in PyTorch. <strong>A</strong> is the average of all outputs, each weighted by the probability of its mask. <strong>S</strong> is a single pass with every unit on, as every framework does it at test time. The paper’s <em>weight scaling inference</em> gives the same S. Will S land on A?",
    ],
    notice:
      "One pass is exact if everything after the masks is linear. If a sigmoid or a softmax follows, only the sum <em>before</em> that curve is averaged exactly: S is the curve at the average sum, A the average of the curve. If a ReLU sits between two masks, S is an approximation, often a good one. You can also average a few random subnetworks: <em>Monte Carlo dropout</em>.",
    derivation: {
      summary: "How 2<sup>1000</sup> subnetworks are averaged, and what S is exactly",
      paragraphs: [
        "Take a sigmoid output. Beside A there is a second average, <strong>G</strong>, the geometric mean: outputs are multiplied, each to the power of its probability, and so are the values of 1&nbsp;−&nbsp;output; then both are divided by their sum. The logarithm of output / (1&nbsp;−&nbsp;output) is <i>z</i>, the sum that the output unit receives, and the logarithm of a geometric mean is the average of the logarithms. So G is the sigmoid of the average <i>z</i>. If only the last hidden layer is masked, the average <i>z</i> is the full network’s <i>z</i>: G = S. A softmax works the same way, class by class.",
        `A needs more. It is an average over 2<sup><i>n</i></sup> values of a curve, and no machine can run through 2<sup>1000</sup> of them. But <i>z</i> is the output’s bias <i>b</i> plus independent terms, one for each unit. With a<sub>i</sub> for the unit’s value times its weight, the term is a<sub>i</sub> / ${pKeep} with probability ${pKeep}, or 0. The <em>characteristic function</em> φ(t), the average of e<sup>i t z</sup>, turns that sum into a product with one factor for each unit, and one integral turns φ into the average of the sigmoid:`,
      ],
    },
    sources: [
      '<a href="https://papers.nips.cc/paper/4878-understanding-dropout">Baldi and Sadowski, 2013</a>, on what is exact',
      '<a href="https://www.deeplearningbook.org/contents/regularization.html">Goodfellow et al., 2016</a>, section 7.12',
      '<a href="https://arxiv.org/abs/1312.6197">Warde-Farley et al., 2013</a>, all masks of 10 + 10 units',
    ],
  },
  formula:
    "The mean of <i>k</i> random subnetworks is typically <i>s</i>&nbsp;/&nbsp;√<i>k</i> away from A, with <i>s</i> the standard deviation of their outputs. So the single pass S is worth this many:",
  title: "All subnetworks of a network, and one pass",
  run: "Run one pass",
  runAgain: "Run again",
  statusBusy: "Averaging. This takes a while.",
  statusCancelled: "Cancelled. The results are of earlier settings.",
  status: {
    subnetworks: (digits: string) => (digits === "1" ? "1 subnetwork." : `${digits} subnetworks.`),
    power: (units: number) => `2 to the power of ${units}`,
    contender: (letter: string, value: string) => `${letter} ${value}.`,
    pair: (name: string, isExact: boolean, difference: string | undefined) =>
      `${name}: ${isExact ? "exact" : "approximate"}${difference === undefined ? "" : `, difference ${difference}`}.`,
  },
  /** HTML. */
  say: {
    before: (average: string) =>
      `Each bar counts subnetworks by their output. Their average is <strong>A = ${average}</strong>. Point at a bar to see a subnetwork behind it. Then switch every unit on.`,
    allTheSame: (average: string) =>
      `Every subnetwork gives practically the same output here, so their average is <strong>A = ${average}</strong>, too. Switch every unit on.`,
    exact: (why: string) => `<strong>A = S, exactly</strong>, for any weights and inputs. ${why}`,
    byChance: (why: string) =>
      `<strong>One pass meets the average</strong>, but only by chance. ${why}`,
    estimated: (apart: string, why: string) =>
      `<strong>One pass misses the average by about ${apart}</strong>, as far as random subnetworks can tell. ${why}`,
    pastCounting: "No computer could run them all, and yet A is exact.",
    outputCurve: "A curve follows the masks, and its average is not its value at the average.",
    hiddenCurve: (activation: string) =>
      `Masks act before a ${activation}, so one pass can only come close.`,
    apart: (apart: string, worth: string | undefined, why: string) =>
      `<strong>One pass misses the average by ${apart}</strong>${worth === undefined ? "" : `, as does the mean of about ${worth} random subnetworks`}. ${why}`,
  },
  head: {
    running: "averaged exactly; running the subnetworks for the bars …",
    all: (count: string, time: string) =>
      count === "1" ? "one pass is the whole average" : `all ${count} run, in ${time}`,
    sampled: (how: string, samples: string) => `${how}; bars: ${samples} random masks`,
    formula: "exact average by a formula",
    integral: "exact average by one integral",
    tables: "exact average, every mask counted in",
    estimated: (samples: string) =>
      `too many to average exactly: A is estimated from ${samples} random masks`,
  },
  picture: {
    name: "Outputs of all subnetworks",
    one: (output: string) => `one subnetwork: ${output}`,
    layer: (layer: number) => (layer === 0 ? "inputs" : `layer ${layer}`),
    unit: (unit: number, layer: number) =>
      layer === 0 ? `Input ${unit}` : `Unit ${unit} of layer ${layer}`,
    cells: (kept: number, units: number, layer: number) =>
      `${layer === 0 ? "Inputs" : `Layer ${layer}`}: ${kept} of ${units} units kept`,
    inputs: "inputs",
    hint: (units: number[], canSwitch: boolean, isShort: boolean) => {
      if (isShort) return canSwitch ? "click a unit or a bar" : "its mask: click a bar";
      return canSwitch
        ? `${units.join(" + ")} units: switch one, or point at a bar`
        : "its mask: point at a bar for a different one";
    },
    bar: "Bars, each with a subnetwork",
    /** The result is what a unit passes on, or, times its weight, adds to the output. */
    arithmetic: (
      isShort: boolean,
      value: string,
      mask: string,
      pKeep: string | undefined,
      weight: string | undefined,
      result: string,
    ) =>
      [
        `${isShort ? "" : "value "}${value} × ${isShort ? "" : "mask "}${mask}`,
        ...(pKeep === undefined ? [] : [`÷ ${pKeep}`]),
        ...(weight === undefined ? [] : [`× ${isShort ? "" : "weight "}${weight}`]),
        `= ${result}`,
      ].join(" "),
  },
  marks: {
    average: (value: string) => `average of all ${value}`,
    scaled: (value: string) => `one pass ${value}`,
    geometric: (value: string) => value,
    wrong: (value: string) => value,
  },
  outputs: {
    description: (markers: string) =>
      `Histogram of the outputs of all subnetworks, with ${markers}`,
  },
  compare: "Compare A, S and G",
  exactness:
    "“Exact” holds for all weights and inputs; “approximate” means that nothing makes the two equal, though they can come close or meet by chance. “None” is a difference that rounding alone could make: for a sigmoid or softmax, usually 10<sup>−12</sup> of the value.",
  caption: `As in PyTorch, masks also scale: every subnetwork divides its kept units by ${pKeep}, and S uses the weights as they are.`,
  examples: "Networks",
  presets: {
    five: "5 units",
    twenty: "20 units",
    sigmoid: "sigmoid output",
    tenAndTen: "10 + 10 units",
    thousand: "1,000 units",
  },
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
    wrong: "Also show the wrong average, which weights all subnetworks equally",
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
    title: "What could summarise them all",
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
    byChance: "Here they meet by chance.",
    none: "none (rounding)",
  },
  why: {
    nothingDropped: "Nothing can be dropped: the full network is the only subnetwork.",
    constant: "The output is the same whatever the masks drop.",
    everythingDropped: (layer?: number) =>
      `Here <i>p</i><sub>drop</sub> is 1: every mask drops ${layer === undefined ? "all inputs" : `all of layer ${layer}`}, and only the full network gets to see them.`,
    linear: (pair: PairName) => exactBecause[pair],
    outputCurve: (pair: PairName) =>
      `The masks act before the output unit’s curve. ${approximateBecause[pair]}`,
    hiddenCurve: (pair: PairName, layer: number, activation: string) =>
      `Masks act before hidden layer ${layer}, whose ${activation} is no straight line. ${approximateBecause[pair]}`,
  },
  count: {
    one: "subnetwork",
    many: "subnetworks",
  },
  how: {
    not: "Every exact way would take too long here: A is an estimate, and ± its standard error.",
    onePass: "Nothing can be dropped: one pass is the whole average.",
    enumerated: (units: number, masks: string, way: string) =>
      `The 2<sup>${units}</sup> masks of ${masks} are taken one by one. For each, ${way}`,
    and: " and ",
    theInputs: "the inputs",
    layer: (layer: number) => `layer ${layer}`,
    ways: {
      "closed-form":
        "everything after the last mask is linear: a formula gives the average, and subnetworks are run for the bars only.",
      "characteristic-function":
        "the average over the last mask is one integral, over a product of one factor for each unit instead of a sum of one term for each subnetwork.",
      enumeration:
        "every subnetwork is computed, from tables of sums instead of by a pass through its layers.",
    } satisfies Record<AveragingMethod, string>,
  },
  job: {
    running: "running the subnetworks …",
    progress: (percent: number, time: string) => `Averaging: ${percent}%, about ${time} left`,
    cancelled: "Cancelled.",
    earlier: "The results below are of earlier settings.",
    cancel: "Cancel",
    again: "Compute it after all",
  },
  monteCarlo: {
    title: "Monte Carlo dropout: a few random subnetworks instead",
    intro:
      'How many random subnetworks must be averaged to come as close to A as S does? Figure 11 of the <a href="https://jmlr.org/papers/v15/srivastava14a.html">paper</a> asks this of a network that reads digits.',
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
      `The mean of about ${k} random subnetworks is as good as S: more than the chart shows.`,
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
