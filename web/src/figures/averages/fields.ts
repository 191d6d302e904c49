/** The core's names of what the reader sets, with the labels of their controls. */
export const fieldLabels = {
  "widths[1]": "Units, layer 1",
  "widths[2]": "Units, layer 2",
  "layers[0].p_drop": "p_drop, layer 1",
  "layers[1].p_drop": "p_drop, layer 2",
  "inputs[0][0]": "Input x1",
  "inputs[0][1]": "Input x2",
  input_p_drop: "p_drop, inputs",
  seed: "Seed of the weights",
};

export type ErrorsOf = Record<keyof typeof fieldLabels, string>;
