import { grouped } from "../../format";

export const counts = {
  section: {
    question: "How many units does a mask drop?",
    intro: [
      "Every unit has its own coin. So the number of dropped units is not fixed: it differs from mask to mask. On average it is p_drop times the number of units. The question is how far a mask can stray from that.",
      "A small layer and a large one behave very differently. Look at both.",
    ],
    tryThis: [
      "set p_drop to 0.8. A layer of 4 units now loses all of them in two of five masks. How many units does the other layer keep, at least?",
      "give the left layer 1 unit, then 2, then 10, and watch the chance of losing all of them.",
    ],
    notice: [
      "The bars are the masks that were drawn. The line is the exact probability, from a formula. With more masks, the bars settle on the line.",
      "In a wide layer, almost every mask drops almost the same share of the units. Only <em>which</em> ones it drops changes.",
    ],
    derivation: {
      summary: "Why the share hardly varies in a wide layer",
      paragraphs: [
        "Call the number of units <i>n</i> and the number of dropped ones <i>k</i>. Independent coins make <i>k</i> follow the <em>binomial distribution</em>: each set of <i>k</i> units has probability p_drop<sup><i>k</i></sup> (1&nbsp;−&nbsp;p_drop)<sup><i>n</i>−<i>k</i></sup>, and all sets of that size are counted.",
        "Its mean is <i>n</i> p_drop, and its standard deviation is √(<i>n</i> p_drop (1&nbsp;−&nbsp;p_drop)). The mean grows like <i>n</i>, the deviation only like √<i>n</i>. With 100 times as many units, the <em>share</em> that is dropped varies a tenth as much.",
      ],
    },
    sources: [],
  },
  prediction: {
    question:
      "A layer has 100 units, and p_drop is 0.5. In 1,000 masks, what is the smallest number of units that any mask drops?",
    choices: [
      {
        label: "0",
        reason:
          "Keeping all 100 units has the probability 0.5<sup>100</sup>: 1,000 masks are far too few to see it.",
      },
      {
        label: "about 15",
        reason: "15 is seven standard deviations below the mean of 50: too far for 1,000 masks.",
      },
      {
        label: "about 35",
        reason:
          "The standard deviation is 5, and in 1,000 masks the most extreme one is some three of them from the mean.",
      },
      {
        label: "50, as in every mask",
        reason: "50 is only the average: each mask flips 100 coins anew.",
      },
    ],
    computed: (smallest: number) => `The smallest number among these 1,000 masks is ${smallest}.`,
  },
  title: "How many units a mask drops",
  units: ["Units, left", "Units, right"],
  masks: "Masks",
  generator: "Coins flipped by",
  seed: "Seed",
  newMasks: "New masks",
  panel: (units: number) =>
    units === 1 ? "A layer of 1 unit" : `A layer of ${grouped(units)} units`,
  axis: "units dropped",
  fewest: (count: number) => `fewest ${count}`,
  most: (count: number) => `most ${count}`,
  legend: { drawn: "share of the masks that were drawn", exact: "exact probability" },
  meanDropped: "dropped on average",
  allDroppedChance: (pDrop: string, units: number) =>
    `probability that all are dropped, p_drop<sup><i>n</i></sup> = ${pDrop}<sup>${units}</sup>`,
  allDropped: "masks that dropped all",
  allDroppedOf: (count: number, masks: number) => `${grouped(count)} of ${grouped(masks)}`,
  never: "never",
  onceIn: (masks: string) => `once in about ${masks} masks`,
  onceInYears: (years: string) => `at a million masks a second, once in about ${years} years`,
  description: (units: number, smallest: number, largest: number) =>
    `Histogram of how many of ${units} units a mask drops: from ${smallest} to ${largest}, with the exact binomial distribution as a line.`,
  status: (panels: string) => `${panels}.`,
  statusOf: (units: number, smallest: number, largest: number) =>
    `Of ${units} units, masks drop ${smallest} to ${largest}`,
  caption: {
    point:
      "A small layer can lose all its units; a wide one never does, and loses nearly the same share each time.",
    rest: "Bars: how many masks dropped so many units. Line: the exact binomial distribution.",
  },
  columns: { dropped: "units dropped", masks: "masks", probability: "binomial probability" },
};
