#include "dropout/masks/keep_mask.h"

#include <cstddef>
#include <vector>

#include "masks/draw_keep_masks.h"
#include "masks/keep_draws.h"
#include "network/checks.h"

namespace dropout {

KeepMask sample_keep_mask(RandomStream& stream, double p_drop, Index samples, Index units) {
  check_p_drop(p_drop, "p_drop");
  check_mask_size(samples, units);
  KeepMask mask(samples, units);
  // Of a tensor without entries, PyTorch draws nothing.
  if (mask.size() > 0) {
    keep_draws(stream, p_drop)({mask.data(), static_cast<std::size_t>(mask.size())});
  }
  return mask;
}

KeepMasks draw_keep_masks(RandomStream& stream, std::span<const MaskShape> shapes, Index samples) {
  KeepMasks keep_masks;
  for (const auto& [p_drop, units] : shapes) {
    keep_masks.push_back(p_drop > 0 ? sample_keep_mask(stream, p_drop, samples, units)
                                    : KeepMask::Ones(samples, units));
  }
  return keep_masks;
}

KeepMasks sample_keep_masks(RandomStream& stream, const Network& network, Index samples) {
  check_network(network);
  check_pass_size(network, samples);
  std::vector<MaskShape> shapes;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    shapes.push_back({mask_p_drop(network, l), network.layers[l].weight.cols()});
  }
  return draw_keep_masks(stream, shapes, samples);
}

}  // namespace dropout
