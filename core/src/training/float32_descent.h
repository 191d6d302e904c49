#pragma once

#include <optional>

#include "training/float32_kernels.h"
#include "training/float32_network.h"

namespace dropout {

/// What an update is made with: as TrainingOptions has it.
struct DescentStep {
  DescentFactors factors;
  std::optional<double> max_norm;
};

/// A network of the same shape whose weights and biases are 0.
Float32Network without_weights(const Float32Network& network);

/// One update: changes the velocities in place, and writes the new weights into `next`, a network
/// of the same shape. `pass` is the network's on a batch, `gradient` (samples × outputs)
/// that of the batch's mean loss by the last layer's pre-activations.
void descend(const Float32Network& network, const Float32Pass& pass, Float32Matrix gradient,
             const DescentStep& step, Float32Network& velocity, Float32Network& next);

/// Whether all weights and biases are.
bool is_finite(const Float32Network& network);

}  // namespace dropout
