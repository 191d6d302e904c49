import { grouped } from "../format";
import { contents } from "./contents";

const paper =
  '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>';

const rollsOf = (rolls: number) => (rolls === 1 ? "1 roll" : `${grouped(rolls)} rolls`);

export const scaling = {
  section: {
    question: contents.scaling,
    intro: [
      "In training, a unit is on only part of the time. So the next layer receives less from it, on average. At test time every unit is on, and the next layer suddenly receives more than it was trained with.",
      "Something must make up for that. To say how much, we need one term. The <em>expected value</em> of a random number is its average over all that can happen, each case weighted by its probability. The mean of many draws settles on it. A die shows both.",
    ],
    tryThis: [
      "set p_drop to 0.5, and look for a bug that you can no longer see. Then move p_drop away from 0.5. Never test a dropout layer at p_drop 0.5 alone.",
      "switch from one unit to a layer. All units are off by the same factor, whatever their values are. So one factor is enough to put them all right.",
    ],
    notice: [
      "The two rules meet at different heights. Inverted dropout lifts training up to test time; the paper’s rule brings test time down to training. Either is right. Both together are a bug: <em>scaled twice</em>.",
      "PyTorch and Keras use inverted dropout. At test time their dropout layer does nothing, so the trained network can be used as it stands.",
    ],
    derivation: {
      summary: "Why the averages meet, and how far that carries",
      paragraphs: [
        "Let <i>m</i> be a unit’s number in the mask: 1 with probability 1&nbsp;−&nbsp;p_drop, otherwise 0. Its expected value is (1&nbsp;−&nbsp;p_drop)&nbsp;·&nbsp;1&nbsp;+&nbsp;p_drop&nbsp;·&nbsp;0 = 1&nbsp;−&nbsp;p_drop. For one input, the unit’s value <i>a</i> is the same with every mask of its layer. So the expected value of <i>m</i>&nbsp;·&nbsp;<i>a</i> is (1&nbsp;−&nbsp;p_drop)&nbsp;·&nbsp;<i>a</i>, and dividing by 1&nbsp;−&nbsp;p_drop leaves <i>a</i>.",
        "A unit of the next layer multiplies what it receives by weights, and adds. The expected value of a sum is the sum of the expected values, and a weight comes through as a factor. So that sum has the right expected value, too. The paper multiplies these weights by 1&nbsp;−&nbsp;p_drop at test time. That scales each product, just as scaling the values does, which is what the figure shows.",
        "Then comes a curve, such as ReLU or a sigmoid. An average does not pass through a curve: the average of the outputs is in general not the output of the average. From here on, one pass at test time is an approximation. How good it is, the rest of the lesson shows.",
      ],
    },
    sources: [
      `${paper}: section 4 for scaling at test time, section 10 for dividing in training instead`,
      '<a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html">PyTorch’s Dropout</a>',
      '<a href="https://keras.io/api/layers/regularization_layers/dropout/">Keras’s Dropout</a>',
    ],
  },
  bridge:
    "A unit with dropout is such a die, with two faces: 0, and the unit’s value. The first has probability p_drop, the second 1&nbsp;−&nbsp;p_drop.",
  prediction: {
    question:
      "A unit has the value 1, and p_drop is 0.2. Nothing is scaled. What is the unit’s average in training?",
    choices: [
      {
        label: "0.2",
        reason: "That would be a unit that is kept in 20 of 100 masks. It is dropped in 20.",
      },
      {
        label: "0.8",
        reason: "In 80 of 100 masks, on average, the unit gives 1, and in 20 it gives 0.",
      },
      {
        label: "1",
        reason: "That is its value where it is kept. Where it is dropped, it gives 0.",
      },
      {
        label: "1.25",
        reason:
          "That is 1 divided by 0.8: the value that inverted dropout gives to a kept unit. Here nothing is scaled.",
      },
    ],
    computed: (masks: number, mean: string, expected: string) =>
      `Over ${grouped(masks)} masks the mean is ${mean}. The expected value is ${expected}.`,
  },
  die: {
    title: "A fair die",
    rolls: "Rolls",
    seed: "Seed",
    again: "Roll again",
    axis: "rolls",
    mean: (rolls: number, mean: string) =>
      rolls === 1 ? `first roll: ${mean}` : `mean of ${grouped(rolls)} rolls: ${mean}`,
    expected: (expected: string) => `expected value: (1 + 2 + 3 + 4 + 5 + 6) / 6 = ${expected}`,
    status: (rolls: number, mean: string) => `After ${rollsOf(rolls)}, the mean is ${mean}.`,
    description: (rolls: number, mean: string, expected: string) =>
      `${rollsOf(rolls)} of a die, and the running mean. It ends at ${mean}; the expected value is ${expected}.`,
    caption: {
      point: "No roll is 3.5, but the mean of many rolls is close to 3.5.",
      rest: "Dots are rolls; where there are more of them than pixels, some are left out. From one mark on the scale to the next, the rolls are ten times as many.",
    },
    columns: ["roll", "result", "running mean"],
  },
  formula: "What a unit gives in training, on average, with inverted dropout:",
  formulaHere: "With the numbers of the figure:",
  figure: {
    title: "Do training and test time meet?",
    masks: "Masks",
    value: "Unit’s value",
    valueOf: (unit: number) => `Value, unit ${unit}`,
    scope: "Show",
    scopes: { unit: "one unit", layer: "a layer of four units" },
    generator: "Random numbers of",
    seed: "Seed",
    newMasks: "New masks",
    training: "training",
    test: "test",
    axis: "masks, one after another",
    unit: (unit: number) => `unit ${unit}`,
    mean: (masks: number) => (masks === 1 ? "first mask" : `mean of ${grouped(masks)}`),
    expected: "expected",
    atTest: "at test time",
    atTestOnAverage: "test, on average",
    legend: {
      kept: "kept: the unit’s value, scaled by the rule",
      dropped: "dropped: 0",
      test: "test time",
    },
    rules: {
      none: { name: "No scaling", training: "mask · value", test: "value" },
      inverted: {
        name: "Inverted dropout",
        training: "mask · value / (1 − p_drop)",
        test: "value",
      },
      paper: {
        name: "The paper’s weight scaling",
        training: "mask · value",
        test: "value · (1 − p_drop)",
      },
      "inverted-by-p-drop": {
        name: "Bug: divided by p_drop",
        training: "mask · value / p_drop",
        test: "value",
      },
      "multiplied-by-p-drop": {
        name: "Bug: multiplied by p_drop",
        training: "mask · value",
        test: "value · p_drop",
      },
      "scaled-twice": {
        name: "Bug: scaled twice",
        training: "mask · value / (1 − p_drop)",
        test: "value · (1 − p_drop)",
      },
      "left-on": {
        name: "Bug: left on at test time",
        training: "mask · value / (1 − p_drop)",
        test: "mask · value / (1 − p_drop)",
      },
    },
    verdict: {
      right: "✓ They meet.",
      wrong: "✗ They do not meet.",
      hidden: "✗ Wrong, but unseen.",
      masked: "✗ No single answer.",
      numbers: (training: string, test: string) =>
        `Training, on average: ${training}. Test: ${test}.`,
      layer: "Every unit alike.",
      match: "Training gives, on average, what test time gives.",
      ratio: (factor: string) =>
        `Training gives, on average, ${factor} times what test time gives.`,
      nothingAtTest: "At test time nothing is left.",
      zero: "A value of 0 hides the difference.",
      flickers: "The averages meet, but each pass at test time gives another answer.",
    },
    bugs: {
      title: "Four common bugs",
      label: "Bug",
      names: {
        "inverted-by-p-drop": "divided by p_drop",
        "multiplied-by-p-drop": "multiplied by p_drop",
        "scaled-twice": "scaled twice",
        "left-on": "left on at test time",
      },
      why: {
        "inverted-by-p-drop":
          "Inverted dropout, with the wrong probability: kept values are divided by that of dropping, not by that of keeping.",
        "multiplied-by-p-drop":
          "The paper’s rule, with the wrong probability. The paper multiplies by <i>p</i>, and its <i>p</i> is the probability of <em>keeping</em> a unit. PyTorch’s <code>p</code> is that of dropping it.",
        "scaled-twice":
          "Both rules at once: values are divided in training, and multiplied at test time all the same. Each is right alone.",
        "left-on":
          "Inverted dropout, but masks are drawn at test time, too. In PyTorch, this is what happens where <code>model.eval()</code> is forgotten.",
      },
      half: {
        title: "At p_drop 0.5:",
        hidden: (training: string, test: string) =>
          `a unit of value 1 gives ${training} in training, on average, and ${test} at test time. The bug is there, and nothing shows it.`,
        shown: (factor: string) =>
          `training gives ${factor} times what test time gives. This bug shows there, too.`,
        flickers:
          "the averages meet, as at every p_drop. No average can show this bug: run the same input twice instead.",
      },
    },
    caption: {
      point: "A rule is right where the line of training meets the diamond of test time.",
      rest: "Each dot is the unit’s value with one mask. The thin line is the mean of the masks so far; the thick line is the expected value. The diamond is the value at test time; dots in its place are the values of several passes. The masks are the same in all panels. The panels share a scale where it fits them.",
    },
    columns: {
      unit: "unit",
      rule: "rule",
      factors: ["training factor", "test factor", "training to test"],
      expected: "expected in training, unit",
      test: "at test time, unit",
    },
  },
};
