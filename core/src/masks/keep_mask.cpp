#include "dropout/masks/keep_mask.h"

#include <cstddef>

#include "dropout/support/validation.h"
#include "dropout/training/float32_network.h"
#include "masks/keep_draws.h"

namespace dropout {
namespace {

// received(l) is how many units mask l has.
template <class AnyNetwork, class Received>
KeepMasks draw_masks(RandomStream& stream, const AnyNetwork& network, Index samples,
                     Received received) {
  KeepMasks keep_masks;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const double p_drop = mask_p_drop(network, l);
    const Index units = received(network.layers[l]);
    keep_masks.push_back(p_drop > 0 ? sample_keep_mask(stream, p_drop, samples, units)
                                    : KeepMask::Ones(samples, units));
  }
  return keep_masks;
}

}  // namespace

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
  return draw_masks(stream, network, samples,
                    [](const Layer& layer) { return layer.weight.cols(); });
}

KeepMasks sample_keep_masks(RandomStream& stream, const Float32Network& network, Index samples) {
  return draw_masks(stream, network, samples,
                    [](const Float32Layer& layer) { return layer.weight.rows(); });
}

Matrix apply_keep_mask(const Matrix& values, const KeepMask& keep_mask, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_mask_shape(keep_mask, values.rows(), values.cols(), "keep_mask");
  check_mask_entries(keep_mask, "keep_mask");
  return values.cwiseProduct(keep_mask.cast<double>() * kept_scale(p_drop));
}

}  // namespace dropout
