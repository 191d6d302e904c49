#pragma once

#include <vector>

#include "dropout/gradients/batch.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Gradients of the loss of each sample, and of the mean of these losses. Those by a layer's
/// weights are outputs × inputs, those by its biases have one entry for each output.
struct Gradients {
  Vector sample_losses;                                      ///< one loss for each sample
  std::vector<std::vector<Matrix>> sample_weight_gradients;  ///< [sample][layer]
  std::vector<std::vector<Vector>> sample_bias_gradients;    ///< [sample][layer]
  std::vector<Matrix> mean_weight_gradients;                 ///< [layer]
  std::vector<Vector> mean_bias_gradients;                   ///< [layer]
};

/// Backpropagation through the subnetworks that the forward pass runs: dropout multiplies gradients
/// on their way back by what it multiplies values by, 0 or kept_scale(p_drop). So all weights from
/// and to a dropped unit have gradient 0; but a dropped unit of a softmax still is in the sum that
/// its kept ones are divided by. Srivastava et al. (2014), section 5.1. Samples × weights and
/// biases are at most max_values. Throws InvalidInput.
Gradients gradients(const Network& network, const Batch& batch);

}  // namespace dropout
