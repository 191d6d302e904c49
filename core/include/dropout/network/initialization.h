#pragma once

#include <vector>

#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Of one fully connected layer.
struct LinearParameters {
  Matrix weight;  ///< outputs × inputs
  Vector bias;    ///< outputs
};

/// The parameters that `nn.Linear(inputs, outputs)` starts with: the weight row by row, then the
/// bias, both uniform in ±1/sqrt(inputs). The values are float32 numbers for PyTorch's generators.
/// For NumPy they are the float64 numbers of `np.random.uniform(-bound, bound, size)`.
/// inputs and outputs are at least 1. Throws InvalidInput.
LinearParameters initial_linear(RandomStream& stream, Index inputs, Index outputs);

/// What to build a multilayer perceptron from.
struct NetworkShape {
  std::vector<Index> widths;  ///< inputs, hidden layers' units, outputs: at least two entries
  Activation hidden_activation = Activation::relu;      ///< of every hidden layer
  Activation output_activation = Activation::identity;  ///< of the last layer
  double input_p_drop = 0;                              ///< in [0, 1]
  double hidden_p_drop = 0;                             ///< in [0, 1], for every hidden layer
};

/// The network whose Linear layers are drawn one after the other, as when PyTorch builds an
/// `nn.Sequential` of them. Throws InvalidInput.
Network initial_network(RandomStream& stream, const NetworkShape& shape);

}  // namespace dropout
