#include "dropout/gradients/descent.h"

#include <cstddef>
#include <string>

#include "gradients/checks.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_mean_gradients(const Network& network, const MeanGradients& gradients) {
  const std::string weights = "gradients.mean_weight_gradients";
  const std::string biases = "gradients.mean_bias_gradients";
  const auto layers = static_cast<Index>(network.layers.size());
  check_count(static_cast<Index>(gradients.mean_weight_gradients.size()), layers, layers, weights,
              ": the number of entries");
  check_count(static_cast<Index>(gradients.mean_bias_gradients.size()), layers, layers, biases,
              ": the number of entries");
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    const Matrix& weight = gradients.mean_weight_gradients[l];
    const Vector& bias = gradients.mean_bias_gradients[l];
    if (weight.rows() != layer.weight.rows() || weight.cols() != layer.weight.cols()) {
      refuse(indexed(weights, l), ": ", weight.rows(), " × ", weight.cols(), ", but ",
             indexed("layers", l), ".weight is ", layer.weight.rows(), " × ", layer.weight.cols());
    }
    if (bias.size() != layer.bias.size()) {
      refuse(indexed(biases, l), ": ", count_of(bias.size(), "number"), ", but ",
             indexed("layers", l), ".bias has ", layer.bias.size());
    }
    check_all_finite(weight, indexed(weights, l));
    check_all_finite(bias, indexed(biases, l));
  }
}

void check_descended(const Network& network, double learning_rate) {
  for (const Layer& layer : network.layers) {
    if (!layer.weight.allFinite() || !layer.bias.allFinite()) {
      refuse("learning_rate", " must be small enough to leave all weights finite, got ",
             to_text(learning_rate));
    }
  }
}

}  // namespace

Network descend(const Network& network, const MeanGradients& gradients, double learning_rate) {
  check_network(network);
  check_mean_gradients(network, gradients);
  check_learning_rate(learning_rate);
  Network result = network;
  for (std::size_t l = 0; l < result.layers.size(); ++l) {
    result.layers[l].weight -= learning_rate * gradients.mean_weight_gradients[l];
    result.layers[l].bias -= learning_rate * gradients.mean_bias_gradients[l];
  }
  check_descended(result, learning_rate);
  return result;
}

Network gradient_descent(Network network, const Batch& batch, double learning_rate, Index updates) {
  check_network(network);
  check_batch(network, batch);
  check_learning_rate(learning_rate);
  check_descent_size(network, batch.inputs.rows(), updates);
  for (Index update = 0; update < updates; ++update) {
    network = descend(network, mean_gradients(network, batch), learning_rate);
  }
  return network;
}

}  // namespace dropout
