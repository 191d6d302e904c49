export const activations = {
  identity: "linear",
  relu: "ReLU",
  tanh: "tanh",
  sigmoid: "sigmoid",
  softmax: "softmax",
};
