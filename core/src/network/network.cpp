#include "dropout/network/network.h"

#include "dropout/support/validation.h"

namespace dropout {

double mask_p_drop(const Network& network, std::size_t index) {
  return index == 0 ? network.input_p_drop : network.layers[index - 1].p_drop;
}

double kept_scale(double p_drop) { return p_drop < 1 ? 1 / (1 - p_drop) : 0; }

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
