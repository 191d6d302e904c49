import type { Generator } from "../../api/core/types";
import { layerPrograms } from "./layer_programs";

export const layer = {
  section: {
    intro: [
      "Here is a layer of four units, run on five samples of ones. Without dropout the five rows are equal. With dropout each row has its own mask. These are the digits that PyTorch prints after <code>torch.manual_seed(12)</code> on an Intel CPU.",
    ],
    after: [
      "In PyTorch, <code>model.train()</code> switches dropout on and <code>model.eval()</code> switches it off; Keras does both for you in <code>fit</code> and <code>predict</code>. The same seed gives different masks on a CPU and on a GPU, and in different libraries.",
    ],
    formula: "One value, step by step",
    sources:
      '<a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html">PyTorch’s <code>nn.Dropout</code></a>, <a href="https://keras.io/api/layers/regularization_layers/dropout/">Keras’s <code>Dropout</code></a>, <a href="https://numpy.org/doc/stable/reference/random/legacy.html">NumPy’s legacy generator</a>, which is frozen.',
  },
  title: "A layer in numbers",
  generator: "Random numbers of",
  seed: "Seed",
  dice: "New numbers",
  tries: {
    few: "<i>p</i><sub>drop</sub> 0.8, where kept values become five times as large",
    printed: "back to PyTorch’s table, seed 12",
  },
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
        "On an Intel CPU it prints the tables’ numbers, with PyTorch as it is usually built: with Intel’s MKL. On other CPUs it draws other masks: choose “PyTorch on other CPUs” in the settings.",
      torch:
        "On CPUs of AMD, Apple or Arm it prints the tables’ numbers, and so does any PyTorch without Intel’s MKL. Checked with PyTorch 1.13. PyTorch does not promise the same random numbers in every version.",
      numpy:
        "It prints the tables’ numbers. Checked with NumPy 1.24; NumPy has kept what follows <code>np.random.seed</code> unchanged since 1.16. <code>np.random.rand(n) &lt; p_keep</code> takes the same random numbers and compares them differently, <code>np.random.default_rng(seed)</code> draws different ones: both are dropout, with other masks.",
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
      dropped === total
        ? `All ${total} values are dropped: nothing is kept, and so nothing is left to scale.`
        : `${dropped} of ${total} values are dropped; kept ones are divided by 1&nbsp;−&nbsp;<i>p</i><sub>drop</sub>.`,
    rest: "Rows are samples, columns are the layer’s units. A dropped negative value becomes <code>-0.0000</code>, as in PyTorch.",
  },
};
