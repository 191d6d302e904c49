import type { DroppedUnits } from "../../api/core/types";
import { grouped } from "../format";

const unitsOf = (units: number) => (units === 1 ? "1 unit" : `${grouped(units)} units`);

export const counts = {
  section: {
    intro: [
      "The number of dropped units varies from mask to mask. With 4 units, 1,000 masks show every case. Some drop none. Some drop all 4, and then nothing of the input gets through.",
      "Now make the layer 100 units wide. One of the 1,000 masks drops the fewest units, another the most. How far apart are they? Draw your bracket.",
    ],
    after: [
      "A narrow layer may lose none of its units or all of them; a wide layer loses nearly the same fraction every time. <em>Which</em> units it loses still changes with every mask.",
      "All <i>n</i> coins say 0 with probability <i>p</i><sub>drop</sub><sup><i>n</i></sup>. At <i>p</i><sub>drop</sub> 0.5, that is 1 mask in 16 for 4 units. For 100 units it is 7.9 × 10<sup>−31</sup>: it practically never happens.",
    ],
    derivation: {
      summary: "Why the fraction hardly varies in a wide layer",
      paragraphs: [
        "Call the number of units <i>n</i>, and the number of dropped ones <i>k</i>. The coins are independent, so a mask that drops certain <i>k</i> units and keeps the rest has the probability of <i>k</i> drops and <i>n</i>&nbsp;−&nbsp;<i>k</i> keeps, multiplied. Several masks drop <i>k</i> units; the binomial coefficient says how many. This is the <em>binomial distribution</em>:",
      ],
      afterBinomial: [
        "Its mean is <i>n</i>&nbsp;<i>p</i><sub>drop</sub>. A single coin has the variance <i>p</i><sub>drop</sub>&nbsp;(1&nbsp;−&nbsp;<i>p</i><sub>drop</sub>), and variances of independent coins add up:",
      ],
      afterVariance: [
        "The standard deviation is the square root of that. The mean grows like <i>n</i>, the standard deviation only like the square root of <i>n</i>. So the dropped <em>fraction</em> varies less and less: 100 times the units, a tenth of the variation.",
        "At <i>p</i><sub>drop</sub> 0.5, four units have a standard deviation of 1, which is 25% of them. A hundred units have a standard deviation of 5, which is 5% of them.",
      ],
    },
  },
  title: "A narrow layer and a wide one",
  units: ["Units, first", "Units, second"],
  masks: "Masks",
  generator: "Coins flipped by",
  seed: "Seed",
  newMasks: "New masks",
  tries: {
    pDrop: "<i>p</i><sub>drop</sub> 0.8",
    units: "10 units against 1,000",
  },
  chart: {
    name: (units: number) => `A layer of ${unitsOf(units)}`,
    axis: "share of units dropped",
    verticalAxis: "share of the masks",
    span: (smallest: number, largest: number) =>
      `fewest ${grouped(smallest)}, most ${grouped(largest)}`,
    description: (units: number, { smallest, largest }: DroppedUnits) =>
      smallest === null
        ? `No masks are drawn for a layer of ${unitsOf(units)}.`
        : `Of ${unitsOf(units)}, masks drop ${smallest} to ${largest}.`,
    legend: { drawn: "masks drawn", exact: "exact probability (binomial distribution)" },
  },
  layer: unitsOf,
  ofMasks: (masks: number) => (masks === 1 ? "1 mask" : `${grouped(masks)} masks`),
  axis: "units dropped",
  bars: (units: number) => `Masks of ${unitsOf(units)} that drop this many`,
  bar: (dropped: string, masks: string) =>
    `${dropped} dropped: ${masks} ${masks === "1" ? "mask" : "masks"}`,
  guess: {
    howTo: "Press at the fewest, drag to the most",
    ends: ["Fewest dropped units", "Most dropped units"],
    notDrawn: "not drawn yet",
    range: (fewest: number, most: number) => `${fewest} to ${most}`,
    drawn: (fewest: number, most: number) => `you drew ${fewest} to ${most}`,
    show: "Show 1,000 masks",
    skip: "Skip",
    verdicts: {
      good: (fewest: number, most: number) => `You drew ${fewest} to ${most}: well judged.`,
      wide: (fewest: number, most: number) =>
        `You drew ${fewest} to ${most}: too wide. Among 100 coins, zeros and ones nearly balance.`,
      narrow: (fewest: number, most: number) =>
        `You drew ${fewest} to ${most}: too narrow. Among 1,000 masks, some stray further from 50.`,
      shifted: (fewest: number, most: number) =>
        `You drew ${fewest} to ${most}. The middle is 50: at 0.5, zeros and ones are equally likely.`,
    },
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
    asked:
      "The bracket reaches from the mask that drops the fewest units to the one that drops the most. Both charts share their axis: left is none, right is all.",
    rest: "Each bar shows the fraction of masks that dropped that many units; the line is the exact probability. Hold the pointer over a bar for a mask behind it.",
  },
};
