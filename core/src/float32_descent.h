#pragma once

#include <optional>

#include "dropout/float32_network.h"
#include "dropout/keep_mask.h"
#include "float32_kernels.h"

namespace dropout {

/// What an update is made with: as TrainingOptions has it.
struct DescentStep {
  DescentFactors factors;
  std::optional<double> max_norm;
};

/// A network of the same shape whose weights and biases are 0.
Float32Network without_weights(const Float32Network& network);

/// One update of the weights, and of their velocities. `pass` is the network's on a batch with
/// these masks, `gradient` (samples × outputs) that of the batch's mean loss by the last layer's
/// pre-activations.
void descend(Float32Network& network, Float32Network& velocity, const Float32Pass& pass,
             const KeepMasks& keep_masks, Float32Matrix gradient, const DescentStep& step);

/// Whether all weights and biases are.
bool is_finite(const Float32Network& network);

}  // namespace dropout
