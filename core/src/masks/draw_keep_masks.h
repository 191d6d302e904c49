#pragma once

#include <cstddef>

#include "dropout/masks/keep_mask.h"
#include "dropout/network/network.h"

namespace dropout {

/// The masks of one forward pass through a checked network, whatever its kind of numbers.
/// inputs(layer) is how many numbers the layer receives.
template <class AnyNetwork, class Inputs>
KeepMasks draw_keep_masks(RandomStream& stream, const AnyNetwork& network, Index samples,
                          Inputs inputs) {
  KeepMasks keep_masks;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const double p_drop = mask_p_drop(network, l);
    const Index units = inputs(network.layers[l]);
    keep_masks.push_back(p_drop > 0 ? sample_keep_mask(stream, p_drop, samples, units)
                                    : KeepMask::Ones(samples, units));
  }
  return keep_masks;
}

}  // namespace dropout
