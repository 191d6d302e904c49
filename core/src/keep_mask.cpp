#include "dropout/keep_mask.h"

#include <algorithm>
#include <cstdint>

#include "dropout/validation.h"

namespace dropout {
namespace {

// MKL's VSL_BRNG_MCG31 as PyTorch's bernoulli_mkl_kernel uses it: x <- 1132489760 x mod 2^31 - 1,
// seeded by one 32-bit draw of the main generator.
class Mcg31 {
 public:
  explicit Mcg31(std::uint32_t seed) : x_(seed % modulus) {
    if (x_ == 0) x_ = 1;
  }

  double uniform() {
    const double u = static_cast<double>(x_) / static_cast<double>(modulus);
    x_ = x_ * 1132489760 % modulus;
    return u;
  }

 private:
  static constexpr std::uint64_t modulus = (1ULL << 31) - 1;
  std::uint64_t x_;
};

template <class Draw>
KeepMask fill_in_row_order(Index samples, Index units, Draw draw) {
  KeepMask mask(samples, units);
  std::generate_n(mask.data(), mask.size(), [&] { return static_cast<std::uint8_t>(draw()); });
  return mask;
}

}  // namespace

KeepMask sample_keep_mask(RandomStream& stream, double p_drop, Index samples, Index units) {
  check_p_drop(p_drop, "p_drop");
  check_mask_size(samples, units);
  const double p_keep = 1 - p_drop;

  if (stream.generator == Generator::numpy) {
    // NumPy inverts the distribution function of the rarer outcome (random_binomial in
    // numpy/random/src/distributions/distributions.c).
    return fill_in_row_order(samples, units, [&] {
      const double u = uniform_float64(stream);
      return p_keep <= 0.5 ? u > 1 - p_keep : u <= p_keep;
    });
  }
  // F.dropout returns its input untouched when p is 0 or nothing is there to drop, drawing nothing.
  if (p_drop == 0 || samples == 0 || units == 0) return KeepMask::Ones(samples, units);
  if (stream.generator == Generator::torch_intel) {
    Mcg31 mcg31(static_cast<std::uint32_t>(stream.engine()));
    return fill_in_row_order(samples, units, [&] { return mcg31.uniform() < p_keep; });
  }
  return fill_in_row_order(samples, units, [&] { return uniform_float64(stream) < p_keep; });
}

KeepMasks sample_keep_masks(RandomStream& stream, const Network& network, Index samples) {
  check_network(network);
  check_samples(network, samples);
  KeepMasks keep_masks;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const double p_drop = mask_p_drop(network, l);
    const Index units = network.layers[l].weight.cols();
    keep_masks.push_back(p_drop > 0 ? sample_keep_mask(stream, p_drop, samples, units)
                                    : KeepMask::Ones(samples, units));
  }
  return keep_masks;
}

Matrix apply_keep_mask(const Matrix& values, const KeepMask& keep_mask, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_mask_shape(keep_mask, values.rows(), values.cols(), "keep_mask");
  const double scale = 1 / (1 - p_drop);
  return values.cwiseProduct(keep_mask.cast<double>() * scale);
}

}  // namespace dropout
