import type { DroppedUnits } from "../../api/core/types";
import { contents } from "./contents";
import { grouped } from "../format";

const unitsOf = (units: number) => (units === 1 ? "1 unit" : `${grouped(units)} units`);

export const counts = {
  section: {
    question: contents.counts,
    intro: [
      "Every unit has its own coin. So the number of dropped units differs from mask to mask. On average it is p_drop times the number of units. How far can one mask stray from that?",
      "It matters: when a mask drops <em>all</em> units of a layer, nothing of the input gets through to the layers after it. The output is then the same for every input.",
    ],
    tryThis: [
      "set p_drop to 0.8. A layer of 4 units now loses all of them in two masks of five. How many of its 100 units does the other one lose at most?",
      "give one layer 10 units and the other 1,000, and watch how far the bracket reaches.",
    ],
    notice: [
      "The bars are the masks that were drawn. The line is computed without drawing any. The more masks, the closer the two come.",
      "A narrow layer loses all its units now and then. At p_drop 0.5, a wide one never does: with 100 units, the probability is 7.9 × 10<sup>−31</sup>.",
      "In a wide layer, almost every mask drops almost the same share of the units. What changes is <em>which</em> ones.",
    ],
    derivation: {
      summary: "Why the share hardly varies in a wide layer",
      paragraphs: [
        "Call the number of units <i>n</i>, and the number of dropped ones <i>k</i>. The coins are independent, so a mask that drops certain <i>k</i> units and keeps the rest has the probability of <i>k</i> drops and <i>n</i>&nbsp;−&nbsp;<i>k</i> keeps, multiplied. Several masks drop <i>k</i> units; the binomial coefficient says how many. This is the <em>binomial distribution</em>:",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>, section 4: one independent Bernoulli variable for each unit',
    ],
  },
  formula: "For the layers above:",
  afterBinomial: [
    "Its mean is <i>n</i>&nbsp;p_drop. A single coin has the variance p_drop&nbsp;(1&nbsp;−&nbsp;p_drop), and variances of independent coins add up:",
  ],
  afterVariance: [
    "The standard deviation is the square root of that. The mean grows like <i>n</i>, the standard deviation only like the square root of <i>n</i>. So the <em>share</em> that is dropped varies less and less: 100 times as many units, a tenth of the variation.",
    "At p_drop 0.5, four units have a standard deviation of 1, which is 25% of them. A hundred units have one of 5, which is 5% of them.",
  ],
  prediction: {
    question:
      "A layer has 100 units, and p_drop is 0.5. We draw 1,000 masks. One of them drops the fewest units. How many?",
    /** What the choices below stand for. */
    values: [0, 15, 35, 50],
    choices: [
      {
        label: "0",
        reason:
          "A mask that drops none is as unlikely as one that drops all: it has the probability 0.5<sup>100</sup>.",
      },
      {
        label: "about 15",
        reason:
          "15 is seven standard deviations below the mean of 50: far too rare for 1,000 masks.",
      },
      {
        label: "about 35",
        reason:
          "The mean is 50 and the standard deviation 5. Of 1,000 masks, the most extreme is about three standard deviations away.",
      },
      {
        label: "50, like every mask",
        reason: "50 is only the mean. Each mask flips 100 coins anew.",
      },
    ],
    computed: (smallest: number, largest: number) =>
      `The mask that drops the fewest drops ${smallest}. The one that drops the most drops ${largest}.`,
  },
  title: "A narrow layer and a wide one",
  units: ["Units, first", "Units, second"],
  masks: "Masks",
  generator: "Coins flipped by",
  seed: "Seed",
  newMasks: "New masks",
  chart: {
    name: (units: number) => `A layer of ${unitsOf(units)}`,
    axis: "share of its units that a mask drops",
    verticalAxis: "share of the masks",
    span: (smallest: number, largest: number) => `fewest ${smallest}, most ${largest}`,
    description: (units: number, { smallest, largest }: DroppedUnits) =>
      smallest === null
        ? `No masks are drawn for a layer of ${unitsOf(units)}.`
        : `Of ${unitsOf(units)}, masks drop ${smallest} to ${largest}.`,
    legend: { drawn: "masks drawn", exact: "exact probability (binomial distribution)" },
  },
  allDropped: {
    mean: "dropped on average",
    meanOf: (mean: string, units: string) => `${mean} of ${units}`,
    noMasks: "no masks",
    count: (units: string) => (units === "1" ? "the 1 unit dropped" : `all ${units} dropped`),
    countOf: (count: string, masks: string) => `in ${count} of ${masks} masks`,
    probability: (pDrop: string, units: number) =>
      `probability of that, ${pDrop}<sup>${units}</sup>`,
  },
  howOften: {
    never: "never: nothing is dropped",
    always: "in every mask",
    practicallyAlways: "in practically every mask",
    ofHundred: (masks: string) => `in about ${masks} of 100 masks`,
    onceIn: (masks: string) => `about once in ${masks} masks`,
    onceInYears: (years: string) =>
      `never: even at a billion masks a second, about once in ${years} years`,
  },
  tables: ["first-layer", "second-layer"],
  columns: ["units dropped", "masks", "binomial probability"],
  caption: {
    point:
      "What share of its units a narrow layer loses varies wildly; a wide layer loses nearly the same share every time.",
    rest: "Each bar is the share of masks that drop so many units; the line is the exact probability. The bracket reaches from the mask that drops the fewest to the one that drops the most.",
  },
};
