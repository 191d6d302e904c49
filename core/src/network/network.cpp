#include "dropout/network/network.h"

#include <cmath>
#include <cstddef>

#include "dropout/network/inverted_dropout.h"
#include "network/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_scaled_weights(const Network& network, std::size_t layer, double factor) {
  const Matrix& weight = network.layers[layer].weight;
  for (Index output = 0; output < weight.rows(); ++output) {
    for (Index input = 0; input < weight.cols(); ++input) {
      if (!std::isfinite(weight(output, input) * factor)) {
        refuse(concatenated(indexed("layers", layer), ".weight[", output, "][", input, "]"), ": ",
               to_text(weight(output, input)), " × ", to_text(factor),
               " is too large for float64; use smaller weights, or another p_drop");
      }
    }
  }
}

}  // namespace

Index droppable_units(const Network& network) {
  check_network(network);
  Index units = 0;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    if (mask_p_drop(network, l) > 0) units += network.layers[l].weight.cols();
  }
  return units;
}

Network scale_weights(const Network& trained) {
  check_network(trained);
  Network scaled = trained;
  for (std::size_t l = 0; l < scaled.layers.size(); ++l) {
    scaled.layers[l].weight *= 1 - mask_p_drop(trained, l);
  }
  return scaled;
}

Network weigh_uniformly(const Network& network) {
  check_network(network);
  Network uniform = network;
  for (std::size_t l = 0; l < uniform.layers.size(); ++l) {
    const double p_drop = mask_p_drop(network, l);
    if (p_drop == 0) continue;
    const double factor = 0.5 * kept_scale(p_drop);
    check_scaled_weights(network, l, factor);
    uniform.layers[l].weight *= factor;
    (l == 0 ? uniform.input_p_drop : uniform.layers[l - 1].p_drop) = 0.5;
  }
  return uniform;
}

}  // namespace dropout
