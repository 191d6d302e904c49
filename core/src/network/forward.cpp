#include "dropout/network/forward.h"

#include <cstddef>

#include "network/checks.h"

namespace dropout {
namespace {

// drop(values, l) makes of a layer's values what the layer after it, number l, receives.
template <class Drop>
ForwardPass run(const Network& network, const Matrix& inputs, Drop drop) {
  ForwardPass pass;
  pass.dropped_inputs = drop(inputs, 0);
  pass.layers.reserve(network.layers.size());
  const Matrix* received = &pass.dropped_inputs;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    LayerPass& layer_pass = pass.layers.emplace_back();
    layer_pass.pre_activation.noalias() = *received * layer.weight.transpose();
    layer_pass.pre_activation.rowwise() += layer.bias.transpose();
    check_no_overflow(layer_pass.pre_activation, l);
    layer_pass.activation = activate(layer.activation, layer_pass.pre_activation);
    const bool is_last = l + 1 == network.layers.size();
    layer_pass.dropped_output =
        is_last ? layer_pass.activation : drop(layer_pass.activation, l + 1);
    received = &layer_pass.dropped_output;
  }
  return pass;
}

}  // namespace

ForwardPass forward(const Network& network, const Matrix& inputs) {
  check_network(network);
  check_inputs(network, inputs);
  check_pass_size(network, inputs.rows());
  return run(network, inputs, [](const Matrix& values, std::size_t) { return values; });
}

ForwardPass forward(const Network& network, const Matrix& inputs, const KeepMasks& keep_masks) {
  check_network(network);
  check_inputs(network, inputs);
  check_pass_size(network, inputs.rows());
  check_keep_masks(network, inputs.rows(), keep_masks);
  return run(network, inputs, [&](const Matrix& values, std::size_t l) {
    return apply_keep_mask(values, keep_masks[l], mask_p_drop(network, l));
  });
}

}  // namespace dropout
