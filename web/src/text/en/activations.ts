export const activations = {
  identity: "linear",
  relu: "ReLU",
  gelu: "GELU",
  tanh: "tanh",
  sigmoid: "sigmoid",
  softmax: "softmax",
};
