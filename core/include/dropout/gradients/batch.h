#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dropout/gradients/losses.h"
#include "dropout/network/forward.h"
#include "dropout/network/inverted_dropout.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Samples, at least one, with the outputs that a network is to give for them.
struct Batch {
  Matrix inputs;  ///< samples × inputs
  /// samples × outputs: any numbers for mean_squared_error, in [0, 1] for binary_cross_entropy,
  /// probabilities that add up to 1 in each row for cross_entropy.
  Matrix targets;
  Loss loss = Loss::mean_squared_error;  ///< one that the network's output activation allows
  std::optional<KeepMasks> keep_masks;   ///< without, the full network runs, as at test time
};

/// Targets for samples of which each belongs to one class: 1 for the output with that index, 0 for
/// the others. Throws InvalidInput naming `field`.
Matrix class_targets(const Network& network, const std::vector<Index>& classes,
                     std::string_view field = "targets");

/// With the batch's masks, or without any. Throws InvalidInput.
ForwardPass forward(const Network& network, const Batch& batch);

/// One loss for each sample, of the pass that `forward` gave for the batch.
Vector sample_losses(const Batch& batch, const ForwardPass& pass);

}  // namespace dropout
