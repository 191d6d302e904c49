#include "dropout/verdicts.h"

#include "dropout/validation.h"

namespace dropout {
namespace {

using Reason = Verdict::Reason;

// The first layer whose mask can change the output: a softmax over one class is 1 whatever comes
// in.
std::optional<std::size_t> first_masked_layer(const Network& network) {
  std::optional<std::size_t> first;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    if (!first && mask_p_drop(network, l) > 0) first = l;
    if (layer.activation == Activation::softmax && layer.bias.size() == 1) first.reset();
  }
  return first;
}

// Of the layers from the first masked one on, and before the output layer.
std::optional<std::size_t> curved_hidden_layer(const Network& network, std::size_t first_masked) {
  for (std::size_t l = first_masked; l + 1 < network.layers.size(); ++l) {
    if (network.layers[l].activation != Activation::identity) return l;
  }
  return std::nullopt;
}

}  // namespace

Verdicts verdicts(const Network& network) {
  check_network(network);
  const Layer& output_layer = network.layers.back();
  const bool is_linear = output_layer.activation == Activation::identity;
  const bool has_geometric_mean = output_layer.activation == Activation::sigmoid ||
                                  output_layer.activation == Activation::softmax;
  const auto everywhere = [&](const Verdict& verdict) {
    const auto geometric = has_geometric_mean ? std::optional(verdict) : std::nullopt;
    return Verdicts{verdict, geometric, geometric};
  };
  if (droppable_units(network) == 0) return everywhere({true, Reason::nothing_dropped, {}});
  const std::optional<std::size_t> first_masked = first_masked_layer(network);
  if (!first_masked) return everywhere({true, Reason::constant_output, {}});

  const Verdict exact{true, Reason::linear_after_mask, {}};
  const Verdict output_is_curved{false, Reason::output_activation, {}};
  const std::optional<std::size_t> layer = curved_hidden_layer(network, *first_masked);
  const Verdict hidden_is_curved{false, Reason::hidden_activation, layer};
  Verdicts result;
  if (is_linear) {
    result.arithmetic_mean_and_scaled_network = layer ? hidden_is_curved : exact;
  } else {
    result.arithmetic_mean_and_scaled_network = output_is_curved;
  }
  if (has_geometric_mean) {
    result.geometric_mean_and_scaled_network = layer ? hidden_is_curved : exact;
    result.arithmetic_and_geometric_mean = output_is_curved;
  }
  return result;
}

}  // namespace dropout
