#include "dropout/masks/keep_mask.h"

#include <cstddef>

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

KeepMasks sample_keep_masks(RandomStream& stream, const Network& network, Index samples) {
  check_network(network);
  check_pass_size(network, samples);
  return draw_keep_masks(stream, network, samples,
                         [](const Layer& layer) { return layer.weight.cols(); });
}

}  // namespace dropout
