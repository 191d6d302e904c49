import type { Generator } from "../../api/core/types";
import { contents } from "./contents";
import { layerPrograms } from "./layer_programs";

export const layer = {
  section: {
    question: contents.layer,
    intro: [
      "Here is one layer with three inputs and four units, run on five samples. All inputs are 1, so without dropout the five rows are the same. With dropout, each row has its own mask: a value times 0 is dropped, a value times 1 is kept, and what is kept is divided by 1&nbsp;−&nbsp;p_drop.",
      "Why divide? A unit that is kept only part of the time would come out smaller on average. Dividing by 1&nbsp;−&nbsp;p_drop, the probability of keeping it, makes up for that: over many masks, its average is what it is without dropout. This is called <em>inverted dropout</em>.",
    ],
    tryThis: [
      "set p_drop to 0.8. Few values are left, and each is five times what it was.",
      "set p_drop to 0. Nothing is dropped, and dividing by 1 changes nothing.",
    ],
    notice: [
      "At p_drop 0.5, kept values are doubled. They are doubled wherever they stand: the factor depends on p_drop alone, not on how many units this very mask drops.",
      "As the figure opens, sample 4 loses none of its values, and samples 2 and 3 lose three. Over 1,000 passes, the number of values that a sample loses follows the binomial distribution, as above.",
    ],
    derivation: {
      summary: "Why the average stays the same",
      paragraphs: [
        "Take a unit with the value <i>v</i>. With probability 1&nbsp;−&nbsp;p_drop it is kept and becomes <i>v</i>&nbsp;/&nbsp;(1&nbsp;−&nbsp;p_drop). With probability p_drop it becomes 0. The average over all masks is the sum of both, each times its probability:",
      ],
    },
    sources: [
      '<a href="https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html">PyTorch’s <code>nn.Dropout</code></a>',
      '<a href="https://keras.io/api/layers/regularization_layers/dropout/">Keras’s <code>Dropout</code></a>',
      '<a href="https://numpy.org/doc/stable/reference/random/legacy.html">NumPy’s legacy generator</a>, which is frozen',
    ],
  },
  prediction: {
    question:
      "p_drop is 0.2, and a unit’s value is 0.1922. The unit is kept. What is its value multiplied by?",
    /** What the choices below stand for. */
    values: [0.2, 0.8, 1.25, 5],
    choices: [
      { label: "0.2", reason: "0.2 is how often the unit is dropped." },
      {
        label: "0.8",
        reason:
          "0.8 is how often the unit is kept. Multiplying by it has its place at test time, as the next section shows: here it would make a kept value smaller still.",
      },
      {
        label: "1.25",
        reason:
          "Kept in 8 of 10 passes, the value must be 10/8 of what it was, so that the average over all ten stays the same.",
      },
      {
        label: "5",
        reason: "5 is 1 / p_drop. It divides by the probability of dropping, a classic mistake.",
      },
    ],
    computed: (without: string, withDropout: string, factor: string) =>
      `${without} becomes ${withDropout}: it is multiplied by ${factor}.`,
  },
  title: "A layer in numbers",
  generator: "Random numbers of",
  seed: "Seed",
  reset: "Back to seed 12",
  sample: "sample",
  unit: "unit",
  without: "Without dropout",
  mask: "Keep mask",
  with: "With dropout",
  parameters: {
    summary: "The layer’s weight and bias",
    weight: "Weight, out × in",
    input: "input",
    bias: "Bias",
    biasColumn: "bias",
    note: "Every input is 1, so each unit’s value without dropout is the sum of its row of weights, plus its bias.",
  },
  zeros: "How many of the 4 values are dropped, in 1,000 passes",
  program: {
    language: "The same in your own code",
    languages: { pytorch: "PyTorch", numpy: "NumPy", keras: "Keras" },
    label: (language: string) => `Program for ${language}`,
    text: layerPrograms,
    note: {
      "torch-intel":
        "On an Intel CPU it prints the tables’ numbers, with PyTorch as it is usually built: with Intel’s MKL. On other CPUs it draws other masks: choose “PyTorch on other CPUs” above.",
      torch:
        "On CPUs of AMD, Apple or Arm it prints the tables’ numbers, and so does any PyTorch without Intel’s MKL. Checked with PyTorch 1.13. PyTorch does not promise the same random numbers in every version.",
      numpy:
        "It prints the tables’ numbers. Checked with NumPy 1.24; NumPy has kept what follows <code>np.random.seed</code> unchanged since 1.16.",
    } satisfies Record<Generator, string>,
    keras:
      "Keras draws random numbers of its own. So the program is given the tables’ weight, bias and mask, and then computes the same numbers. It is for Keras 3.",
    differs: "It draws other random numbers than the tables now show.",
    show: "Show its numbers",
  },
  status: (dropped: number, total: number) => `${dropped} of ${total} values dropped.`,
  tables: ["without-dropout", "keep-mask", "with-dropout"],
  parametersTable: "weight-and-bias",
  zerosTable: "zeros",
  formula: (sample: number, unit: number) =>
    `For sample ${sample} and unit ${unit} of the tables above:`,
  caption: {
    point: (dropped: number, total: number) =>
      `${dropped} of ${total} values are dropped; what is kept is divided by 1&nbsp;−&nbsp;p_drop.`,
    rest: "Rows are samples, columns are the layer’s units. A dropped negative value becomes <code>-0.0000</code>, as in PyTorch.",
  },
};
