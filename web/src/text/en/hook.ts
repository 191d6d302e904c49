const size = "A network with two inputs, seven hidden units and one output.";

export const hook = {
  title: "Break a network",
  /** `part`: of the units that masks switch off; HTML. */
  lead: (answer: string, part: string) =>
    `This network answers <b>${answer}</b>. Now switch off ${part} at random, two hundred times.`,
  part: {
    none: "none of its units",
    half: "about half its units",
    all: "all of its units",
    hardlyAny: "hardly any of its units",
    nearlyAll: "nearly all of its units",
  },
  partOf: (percent: string) => `about ${percent} of its units`,

  pause: "Pause",
  resume: "Continue",
  again: "Run again",
  slow: "Slow",
  fast: "Fast",
  next: "Next mask",
  rest: "All 200",
  dice: "New masks",
  seed: "Seed",
  hint: {
    plays: "Click a unit to switch it, anywhere else to pause",
    stands: "Click units to make your own mask, anywhere else to go on",
    rests: "Click units to make your own mask, or drag an input",
  },

  picture: size,
  pictureOf: (masks: number, mean: string, whole: string) =>
    `${size} ${masks === 1 ? "One mask" : `${masks} masks`} so far: their outputs have the mean ${mean}. The whole network answers ${whole}.`,
  pictureOfWhole: (whole: string) => `${size} It answers ${whole}.`,
  input: (number: number) => `Input ${number}`,
  unit: (number: number, value: string, weight: string, adds: string) =>
    `Hidden unit ${number}, value ${value}, weight ${weight}, adds ${adds}`,
  masks: "Masks, one by one",
  maskOf: (number: number, kept: number, output: string) =>
    `Mask ${number}: ${kept} of 7 units kept, output ${output}`,
  mask: (number: number) => `mask ${number}`,
  own: "your mask",
  whole: "whole network",
  mean: "mean",
  meanOf: (masks: number) => (masks === 1 ? "mean of 1 mask" : `mean of ${masks} masks`),
  missing: (amount: string) => `${amount} missing`,
  value: "value",
  maskDigit: "mask",
  weight: "weight",
  adds: "adds",
  dots: "one dot for each mask",
  trace: "mean so far",
  end: "200 masks",
  legend: {
    kept: "kept unit",
    dropped: "dropped unit, outputs 0",
    output: "output under one mask",
    whole: "the whole network, as you use it at test time",
  },

  ask: "Where will the mean come to rest?",
  watch:
    "Watch the thick line: it is the mean of all outputs so far. Does it reach the orange one, or does something stay missing?",
  answer: {
    none: "Nothing switched off, nothing missing.",
    half: "Half the units, half the answer.",
    all: "No units, no answer.",
    hardlyAny: "Keep hardly any of the units, get hardly any of the answer.",
    nearlyAll: "Keep nearly all of the units, get nearly all of the answer.",
  },
  answerOf: (units: string, answer: string) =>
    `Keep ${units} of the units, get ${answer} of the answer.`,
  /** HTML. */
  sum: (mean: string, whole: string) =>
    `The masks give <b>${mean}</b> on average, the whole network <b class="whole">${whole}</b>.`,
  promise: "In section 4 you fix this with one division.",
  status: (masks: number, mean: string, whole: string) =>
    `Masks: ${masks}. Mean of their outputs ${mean}, whole network ${whole}.`,
  statusOfOwn: (kept: number, output: string) => `Your mask keeps ${kept} of 7 units: ${output}.`,
  columns: { mask: "mask", unit: "unit", output: "output", mean: "running mean" },
};
