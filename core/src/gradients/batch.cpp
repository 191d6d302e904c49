#include "dropout/gradients/batch.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include "gradients/checks.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_classes(const Network& network, const std::vector<Index>& classes,
                   std::string_view field) {
  check_samples(network, static_cast<Index>(classes.size()));
  const Index outputs = network.layers.back().weight.rows();
  check_counts(classes, 0, outputs - 1, field);
}

}  // namespace

Matrix class_targets(const Network& network, const std::vector<Index>& classes,
                     std::string_view field) {
  check_network(network);
  check_classes(network, classes, field);
  const auto samples = static_cast<Index>(classes.size());
  Matrix targets = Matrix::Zero(samples, network.layers.back().weight.rows());
  for (Index sample = 0; sample < samples; ++sample) {
    targets(sample, classes[static_cast<std::size_t>(sample)]) = 1;
  }
  return targets;
}

ForwardPass forward(const Network& network, const Batch& batch) {
  check_batch(network, batch);
  return batch.keep_masks ? forward(network, batch.inputs, *batch.keep_masks)
                          : forward(network, batch.inputs);
}

Vector sample_losses(const Batch& batch, const ForwardPass& pass) {
  Vector result = losses(batch.loss, pass.layers.back(), batch.targets);
  check_finite(result, "the loss");
  return result;
}

}  // namespace dropout
