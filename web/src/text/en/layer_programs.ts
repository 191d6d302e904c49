import type { Matrix } from "../../api/core/types";
import type { Framework, ProgramInput } from "../program_input";

const printing = "np.set_printoptions(precision=4, suppress=True, floatmode='fixed')";

// So many digits stand for one float32 number.
const float32 = (value: number) => String(Number(value.toPrecision(9)));
const row = (values: number[]) => `[${values.map(float32).join(", ")}]`;
const rows = (values: Matrix) =>
  `[\n${values.map((numbers) => `    ${row(numbers)},\n`).join("")}]`;

export const layerPrograms: Record<Framework, (input: ProgramInput) => string> = {
  pytorch: ({ inputs, outputs, samples, pDrop, seeds }) => `\
import torch
from torch import nn

torch.set_printoptions(precision=4, sci_mode=False)
torch.manual_seed(${seeds.pytorch})
layer = nn.Linear(${inputs}, ${outputs})
dropout = nn.Dropout(p=${pDrop})

with torch.no_grad():
    output = layer(torch.ones(${samples}, ${inputs}))
    print(output)           # without dropout
    print(dropout(output))  # with dropout`,

  numpy: ({ inputs, outputs, samples, pDrop, seeds }) => `\
import numpy as np

${printing}
p_drop = ${pDrop}
np.random.seed(${seeds.numpy})
bound = 1 / np.sqrt(${inputs})
weight = np.random.uniform(-bound, bound, size=(${outputs}, ${inputs}))
bias = np.random.uniform(-bound, bound, size=${outputs})

output = np.ones((${samples}, ${inputs})) @ weight.T + bias
mask = np.random.binomial(1, 1 - p_drop, size=output.shape)
print(output)                          # without dropout
print(mask)                            # keep mask
print(output * (mask / (1 - p_drop)))  # with dropout`,

  keras: ({ inputs, outputs, samples, pDrop, seeds, weight, bias, keepMask }) => `\
import keras
import numpy as np

${printing}
p_drop = ${pDrop}
# The numbers that the tables show: one row of weights for each unit.
weight = np.array(${rows(weight)})
bias = np.array(${row(bias)})
mask = np.array(${rows(keepMask)})

dense = keras.layers.Dense(${outputs})
dense.build((${samples}, ${inputs}))
dense.set_weights([weight.T, bias])  # Keras has a column for each unit
output = keras.ops.convert_to_numpy(dense(np.ones((${samples}, ${inputs}))))
print(output)                          # without dropout
print(output * (mask / (1 - p_drop)))  # with dropout

# In a model, this does it, with masks of Keras's own (its seeds have 31 bits):
dropout = keras.layers.Dropout(rate=p_drop, seed=${seeds.keras})
print(keras.ops.convert_to_numpy(dropout(output, training=True)))`,
};
