#pragma once

#include <vector>

#include "dropout/gradients/batch.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Gradients of the mean loss of all samples. Those by a layer's weights are outputs × inputs,
/// those by its biases have one entry for each output.
struct MeanGradients {
  std::vector<Matrix> mean_weight_gradients;  ///< [layer]
  std::vector<Vector> mean_bias_gradients;    ///< [layer]
};

/// The same, beside those of each sample's loss.
struct Gradients : MeanGradients {
  Vector sample_losses;                                      ///< one loss for each sample
  std::vector<std::vector<Matrix>> sample_weight_gradients;  ///< [sample][layer]
  std::vector<std::vector<Vector>> sample_bias_gradients;    ///< [sample][layer]
};

/// Backpropagation through the subnetworks that the forward pass runs: dropout multiplies gradients
/// on their way back by what it multiplies values by, 0 or kept_scale(p_drop). So all weights from
/// and to a dropped unit have gradient 0; but a dropped unit of a softmax still is in the sum that
/// its kept ones are divided by. Srivastava et al. (2014), section 5.1. Samples × weights and
/// biases are at most max_values. Throws InvalidInput.
Gradients gradients(const Network& network, const Batch& batch);

/// Only the means, several times as fast: one matrix product for each layer. They agree with those
/// of `gradients` to rounding, and what that refuses is refused here.
MeanGradients mean_gradients(const Network& network, const Batch& batch);

}  // namespace dropout
