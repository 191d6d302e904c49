import { compact, grouped } from "../format";
import { amount, amountOfA } from "../amount";

export const testTime = {
  section: {
    intro: [
      "Follow one unit through ten training passes with the same input. When it is kept, it passes its value <i>a</i> on to the next layer. When it is dropped, it passes on 0.",
    ],
    after: [
      "Level the ten tiles and you see their average: 0.8&thinsp;<i>a</i> at <i>p</i><sub>drop</sub> 0.2. The next layer has tuned its weights to that. Then training ends, nothing is dropped any more, and the unit passes on <i>a</i> every time: 1.25 times what the next layer is used to.",
      "Ten passes rarely average exactly 0.8&thinsp;<i>a</i>. Roll the dice: each dot is the average of ten passes. The more dots, the closer their mean comes to the <em>expected value</em>.",
    ],
    note: "The <em>expected value</em> of a random number is the average of all possible outcomes, weighted by their probabilities. It is also what the mean of many draws converges to.",
    layer: {
      intro:
        "The same for a layer of four units. Every one of them is too loud at test time by the same factor, and so is their weighted sum:",
      title: "A layer of four units, on average",
      unit: (unit: number) => `unit ${unit}`,
      training: "training",
      trainingFormula: "(1 − <i>p</i><sub>drop</sub>) · <i>a</i> + <i>p</i><sub>drop</sub> · 0",
      test: "test time",
      testFormula: "<i>a</i>",
      ratio: "training is",
      ratioFormula: (times: string) => `${times} × test`,
      equal: "equal",
    },
  },
  title: "One unit in ten passes, and at test time",
  generator: "Random numbers of",
  seed: "Seed",
  flip: "Flip ten coins",
  level: "Level the tiles",
  unlevel: "Unlevel",
  dice: "Ten new passes",
  tries: { many: "100 times ten passes", half: "<i>p</i><sub>drop</sub> 0.5" },
  picture: {
    average: "average",
    mean: "mean",
    times: (factor: string) => `test is ${factor} × as loud`,
    description: (dropped: number | undefined, isLevel: boolean, mean: number) =>
      dropped === undefined
        ? "Ten training passes of one unit, each a tile of height a, and test time, also a."
        : `Ten training passes of one unit, ${dropped} of them dropped${isLevel ? `, levelled to ${amount(mean)} a` : ""}. At test time it passes on a.`,
  },
  notes: {
    passes:
      "Ten passes, not a coin flipped yet: the unit passes on <i>a</i> every time, as it does at test time.",
    coins: (dropped: number) =>
      dropped === 0
        ? "The unit was dropped in <b>none</b> of the ten passes. What is their average?"
        : `The unit was dropped in <b>${dropped} of 10</b> passes. What is the average of the ten?`,
    level: (mean: number) => {
      const these = `Average of these ten: <b>${amountOfA(mean)}</b>. At test time the unit passes on <i>a</i>`;
      if (mean === 0) return `${these}.`;
      if (mean > 0.999) return `${these}: just as much.`;
      return `${these}: <b>${amount(1 / mean)} times</b> as much.`;
    },
    many: (count: number, mean: number, expected: number, pDrop: number) =>
      `<b>${grouped(count)} passes</b> average <b>${amountOfA(mean)}</b>. The expected value is 1 − ${compact(pDrop)} = ${amount(expected)} times <i>a</i>.`,
  },
  caption:
    "Each tile is what the unit passes on in one pass; hatched passes are dropped. Click a tile to switch it.",
  columns: ["throw", "pass", "kept"],
};
