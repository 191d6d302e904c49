const paper =
  '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>';

export const scaling = {
  section: {
    intro: [
      "Two of the ten tiles are empty. If the average is to be <i>a</i> again, the eight others have to hold what is missing. Drag the top of a tile upwards until training meets test time, or pour.",
    ],
    after: (
      trials: number,
      errors: Record<"scaled" | "unscaled", string>,
      losses: Record<"scaled" | "unscaled", string>,
    ) => [
      "Two tiles of height <i>a</i>, shared by eight: each gets <i>a</i>/4 and grows to 1.25&thinsp;<i>a</i>. In general a kept unit passes on <i>a</i>/(1&nbsp;−&nbsp;<i>p</i><sub>drop</sub>). That one division is the whole fix. It is called <em>inverted dropout</em>, and PyTorch and Keras do it for you: they divide in training, and at test time their dropout layer does nothing.",
      "The paper works from the other side. It leaves training as it is and multiplies the outgoing weights by 1&nbsp;−&nbsp;<i>p</i><sub>drop</sub> at test time. Switch between the two: one lifts training up to test time, the other brings test time down to training. Either is right. Both together are a bug.",
      `With neither, every layer is too loud at test time. In ${trials} networks of ours that learned to read digits with <i>p</i><sub>drop</sub> 0.5, it costs few mistakes: ${errors.unscaled} of new digits are misread, not ${errors.scaled}. But the loss on them is ${losses.unscaled} instead of ${losses.scaled}, because the network is far too sure of its answers.`,
      "Roll the dice and you may get three empty tiles, or one. The kept tiles stay as tall: the factor depends only on <i>p</i><sub>drop</sub>, not on how many coins happened to say 0. The average is right over many passes, not in each ten.",
    ],
    note: `${paper}: section 4 scales the weights at test time, section 10 divides in training instead.`,
    spread: {
      summary: "A die, and what the fix does not fix: the spread",
      paragraphs: [
        "The <em>expected value</em> of a random number is the average of all possible outcomes, weighted by their probabilities. It is also what the mean of many draws converges to, as a die shows. A unit with dropout is a die with two faces: 0, and <i>a</i>/(1&nbsp;−&nbsp;<i>p</i><sub>drop</sub>).",
        "Scaling keeps the mean but not the spread. With inverted dropout the variance of a unit grows by <i>p</i><sub>drop</sub>/(1&nbsp;−&nbsp;<i>p</i><sub>drop</sub>)&nbsp;·&nbsp;<i>a</i>². At test time that is gone. Batch normalization right after dropout learns the larger variance in training and meets the smaller one at test time, so networks that use both usually put dropout after it.",
      ],
    },
    derivation: {
      summary: "Why the averages meet, and where that ends",
      paragraphs: [
        "A unit of the next layer multiplies what it receives by weights and adds. The expected value of a sum is the sum of the expected values, and a weight comes through as a factor. So that sum has the right expected value as well, whether you scale the values or the weights.",
        "Then comes a curve, such as ReLU or a sigmoid. The average of its outputs is in general not its output for the average input. From here on, one pass at test time is an approximation. The next section shows how good it is.",
      ],
    },
    bugs: "Six common bugs",
  },
  title: "Tiles that hold what is missing",
  rule: "Where to scale",
  rules: { inverted: "Inverted", paper: "Weight scaling" },
  generator: "Random numbers of",
  seed: "Seed",
  pour: "Pour",
  pourBack: "Pour back",
  dice: "New masks",
  tries: { half: "<i>p</i><sub>drop</sub> 0.5, where half the tiles are twice as tall" },
  picture: {
    kept: "kept",
    drag: ", drag up",
    handle: "Height of the kept tiles",
    mean: "average",
    meanShort: "mean",
    theseTen: "these ten",
    expected: "expected",
    louder: (factor: string) => `test is ${factor} × as loud`,
    quieter: (factor: string) => `training is ${factor} × test`,
    training: (factor: string) => `training ÷ ${factor}`,
    test: (factor: string) => `test × ${factor}`,
    weights: (factor: string) => `weights × ${factor}`,
    description: (dropped: number, mean: string, test: string) =>
      `Ten training passes of one unit, ${dropped} of them dropped. They average ${mean} a; at test time the next layer receives ${test} a.`,
  },
  notes: {
    ask: (kept: number, mean: string) =>
      `These ten average ${mean}, test time passes on <i>a</i>. How tall must the ${kept === 1 ? "kept tile" : `${kept} kept tiles`} be?`,
    allKept:
      "None of these ten was dropped, so they average <i>a</i>. Over many passes, training averages less. Roll again, or pour.",
    noneKept: "None of these ten was kept. Roll the dice for tiles to make taller.",
    nothingDropped:
      "At <i>p</i><sub>drop</sub> 0 nothing is dropped, and nothing needs to be scaled.",
    byHand: (height: string, mean: string, isLess: boolean) =>
      `Tiles of ${height} average ${mean}. ${isLess ? "Still too quiet" : "Now too loud"}: test time passes on <i>a</i>.`,
    meetsHere: (height: string) =>
      `Tiles of ${height} make these ten meet test time, but not the next ten: the factor must be right for all masks.`,
    met: (kept: number, height: string, pDrop: string) =>
      `They meet. ${kept === 1 ? "One tile" : `${kept} tiles`} of <b>${height}</b> hold${kept === 1 ? "s" : ""} as much as ten of <i>a</i>, and ${height} = <i>a</i>/(1&nbsp;−&nbsp;${pDrop}).`,
    metOnAverage: (dropped: number, factor: string, pDrop: string) =>
      `These ten dropped <b>${dropped}</b>, but the factor is still 1/(1&nbsp;−&nbsp;${pDrop}) = <b>${factor}</b>: it depends only on <i>p</i><sub>drop</sub>. Over many passes the average is <i>a</i>.`,
    paper: (expected: string, factor: string) =>
      `Training gives ${expected} on average. At test time every outgoing weight is multiplied by ${factor}, so the next layer receives <b>${expected}</b>, just what it was trained on.`,
  },
  lines: {
    title: "What the unit passes on, on average",
    names: { test: "Test", unscaled: "Training, unscaled", scaled: "Training, scaled" },
    value: "a, the unit’s value",
    unused: "not needed",
    relation: (sign: "<" | "=" | ">") => `${sign} test`,
  },
  caption:
    "Tiles are what one unit passes on in ten training passes; hatched passes are dropped. The thick line is their average.",
  columns: { passes: ["pass", "kept", "passed on, in a"], lines: ["line", "expected value"] },
};
