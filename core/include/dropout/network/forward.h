#pragma once

#include <vector>

#include "dropout/network/inverted_dropout.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// What one layer computed. All three are samples × units.
struct LayerPass {
  Matrix pre_activation;  ///< dropped_input weightᵀ + bias
  Matrix activation;      ///< before dropout
  Matrix dropped_output;  ///< after dropout: what the next layer receives
};

/// Everything a forward pass computed, as drawings and the backward pass need it.
struct ForwardPass {
  Matrix dropped_inputs;          ///< samples × inputs: what the first layer receives
  std::vector<LayerPass> layers;  ///< from the first to the last
};

/// Runs the full network, as at test time: no unit is dropped and nothing is scaled.
/// `inputs` is samples × inputs, all finite. Throws InvalidInput.
ForwardPass forward(const Network& network, const Matrix& inputs);

/// Runs one subnetwork for each sample, as in training: dropped units give 0, kept ones are
/// multiplied by kept_scale(p_drop). Throws InvalidInput.
ForwardPass forward(const Network& network, const Matrix& inputs, const KeepMasks& keep_masks);

}  // namespace dropout
