import { grouped } from "../format";

const pDrop = "<i>p</i><sub>drop</sub>";
const kept = `(1 − ${pDrop})`;

export const bugs = {
  title: "Six common bugs",
  bug: "Bug",
  names: {
    "inverted-by-p-drop": "divided by the drop probability",
    "multiplied-by-p-drop": "multiplied by the drop probability",
    "scaled-twice": "scaled twice",
    "left-on": "left on at test time",
    "same-mask": "the same mask in every pass",
    "fresh-backward": "a fresh mask on the way back",
  },
  why: {
    "inverted-by-p-drop":
      "Inverted dropout with the wrong probability: kept values are divided by the probability of dropping instead of keeping.",
    "multiplied-by-p-drop":
      "Weight scaling with the wrong probability. The paper multiplies by its <i>p</i>, the probability of <em>keeping</em> a unit. PyTorch’s <code>p</code> is the probability of dropping it.",
    "scaled-twice":
      "Both rules at once: values are divided in training, and weights are multiplied at test time as well.",
    "left-on":
      "Masks are still drawn at test time. In PyTorch this happens when <code>model.eval()</code> is forgotten.",
    "same-mask":
      "The mask is drawn once, before the loop, and reused. Dropped units stay dropped for good.",
    "fresh-backward":
      "The backward pass draws its own mask instead of keeping the forward pass’s. It happens in dropout written by hand, and in gradient checks that draw again.",
  },
  masks: "Masks",
  value: "Unit’s value",
  valueOf: (unit: number) => `Value, unit ${unit}`,
  scope: "Show",
  scopes: { unit: "one unit", layer: "a layer of four units" },
  generator: "Random numbers of",
  seed: "Seed",
  dice: "New masks",
  tries: { half: `${pDrop} 0.5, which hides two of the six` },
  training: "training",
  test: "test",
  axis: "masks, one after another",
  unit: (unit: number) => `unit ${unit}`,
  mean: (masks: number) => (masks === 1 ? "first mask" : `mean of ${grouped(masks)}`),
  expected: "expected",
  atTest: "at test time",
  atTestOnAverage: "test, on average",
  numbersOf: (rule: string) => `${rule}, in numbers`,
  description: (masks: number, mean: string, expected: string, test: string, isMasked: boolean) =>
    `${masks === 1 ? "The first mask gives" : `${grouped(masks)} masks average`} ${mean} in training, where ${expected} is expected; test time gives ${test}${isMasked ? " on average" : ""}.`,
  /** Their names are also HTML. */
  rules: {
    inverted: {
      name: "Inverted dropout",
      training: `mask · <i>a</i> / ${kept}`,
      test: "<i>a</i>",
    },
    paper: {
      name: "Weight scaling",
      training: "mask · <i>a</i>",
      test: `<i>a</i> · ${kept}`,
    },
    "inverted-by-p-drop": {
      name: `Bug: divided by ${pDrop}`,
      training: `mask · <i>a</i> / ${pDrop}`,
      test: "<i>a</i>",
    },
    "multiplied-by-p-drop": {
      name: `Bug: multiplied by ${pDrop}`,
      training: "mask · <i>a</i>",
      test: `<i>a</i> · ${pDrop}`,
    },
    "scaled-twice": {
      name: "Bug: scaled twice",
      training: `mask · <i>a</i> / ${kept}`,
      test: `<i>a</i> · ${kept}`,
    },
    "left-on": {
      name: "Bug: left on at test time",
      training: `mask · <i>a</i> / ${kept}`,
      test: `mask · <i>a</i> / ${kept}`,
    },
    "same-mask": {
      name: "Bug: the same mask in every pass",
      training: `first mask · <i>a</i> / ${kept}`,
      test: "<i>a</i>",
    },
  },
  verdict: {
    right: "✓ They meet.",
    nothingKept: "Nothing is kept.",
    nothingToShow: "Nothing to show.",
    wrong: "✗ They do not meet.",
    masked: "✗ No single answer.",
    hidden: "Hidden here.",
    oneSubnetwork: "✗ One subnetwork, trained over and over.",
    sameMask: "✓ One mask, both ways.",
    otherMask: "✗ Two masks in one pass.",
    numbers: (training: string, test: string) =>
      `Training averages ${training}, test time gives ${test}.`,
    layer: "Every unit alike.",
    ratio: (factor: string) => `On average, training gives ${factor} times what test time gives.`,
    nothingAtTest: "At test time nothing is left.",
    zero: "A value of 0 hides the bug.",
    half: `They meet, but only because ${pDrop} = 1 − ${pDrop} here. Never test a dropout layer at 0.5 alone.`,
    nothingDropped: `At ${pDrop} 0 nothing is dropped, so nothing shows the bug.`,
    noFactor: `At ${pDrop} 1 everything is dropped: no factor brings it back.`,
    everythingDropped: `At ${pDrop} 1 everything is dropped, so nothing shows the bug.`,
    practicallyNothingDropped: `${pDrop} is so small that 1 − ${pDrop} is 1 as a 64-bit number, so nothing shows the bug.`,
    dividesByZero: `At ${pDrop} 0 this bug divides by 0.`,
    tooLarge: `${pDrop} is so small that dividing by it gives more than a 64-bit number can hold.`,
    alike: "Here fresh masks would all be the same, so nothing shows the bug.",
    flickers: "The averages meet, but test time still draws masks: the answer depends on which.",
    stays: (means: string, expected: string) =>
      `The mean stays at ${means}; with fresh masks it would approach ${expected}.`,
    noStray: "A dropped unit’s weight gets the gradient 0.",
    strays: (passes: number, right: string, wrong: string) =>
      `${passes === 1 ? "In one pass a weight gets" : `In ${passes} passes a weight gets`} a gradient although its unit was dropped. The mean is ${wrong} instead of ${right}.`,
    luckyMasks: "Here both masks give the same gradients, so nothing shows the bug.",
  },
  gradients: {
    axis: "passes, one after another",
    right: "The mask is kept for the backward pass",
    wrong: "Bug: a fresh mask for the backward pass",
    mean: (passes: number) =>
      passes === 1 ? "gradient of the first pass" : `mean of ${grouped(passes)} passes`,
    description: (name: string, passes: number, mean: string) =>
      `${name}: the gradient in ${grouped(passes)} passes, with the mean ${mean}.`,
    caption:
      "Each dot is the gradient of one weight in one pass; grey where the forward pass dropped its unit. The unit’s value is <i>a</i>, the weight is 1, and the loss is (output − <i>a</i>)². The correct mean pulls the weight down: that is dropout at work. A fresh mask averages the pull away.",
  },
  caption:
    "Each dot is the unit’s value with one mask. The solid line is the mean so far, the dotted line the expected value. The diamond is the value at test time; dots in its place are several passes.",
  columns: {
    unit: "unit",
    gradients: ["pass", "kept", "gradient", "with a fresh mask"],
  },
};
