#include "dropout/training/activation_histogram.h"

#include <cstddef>

#include "dropout/network/forward.h"
#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_activation_histogram(const Network& network, const Matrix& inputs, std::size_t layer) {
  check_network(network);
  check_count(inputs.rows(), 1, max_samples, "inputs", ": the number of rows");
  check_count(static_cast<Index>(layer), 0, static_cast<Index>(network.layers.size()) - 1, "layer");
}

Histogram distribution_of(const Vector& values, Index bins) {
  const Index count = values.size();
  return histogram(values, Vector::Constant(count, 1 / static_cast<double>(count)), bins);
}

}  // namespace

ActivationHistogram activation_histogram(const Network& network, const Matrix& inputs,
                                         std::size_t layer, Index bins) {
  check_activation_histogram(network, inputs, layer);
  const Matrix values = forward(network, inputs).layers[layer].activation;
  const double mean = values.mean();
  const Vector unit_means = values.colwise().mean();
  // Units' sums can be too large where the sum of all is not.
  check_finite(Vector{{mean}}, "the mean of the activations");
  check_finite(unit_means, "the mean of the activations");
  const auto zeros = static_cast<double>((values.array() == 0).count());
  return {distribution_of(values.reshaped(), bins), distribution_of(unit_means, bins), mean,
          zeros / static_cast<double>(values.size())};
}

}  // namespace dropout
