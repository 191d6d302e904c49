#include "dropout/random/permutation.h"

#include <bit>
#include <numeric>
#include <utility>

#include "dropout/support/limits.h"
#include "support/refusal.h"

namespace dropout {
namespace {

// PyTorch, aten/src/ATen/native/TensorFactories.cpp (randperm_cpu): Fisher & Yates from the front.
void shuffle_as_torch(MersenneTwister& engine, std::vector<Index>& order) {
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    std::swap(order[i], order[i + engine() % (order.size() - i)]);
  }
}

// NumPy, numpy/random/mtrand.pyx (_shuffle_raw) and distributions.c (random_interval): from the
// back, by drawing as few bits as hold the index until they do not exceed it.
void shuffle_as_numpy(MersenneTwister& engine, std::vector<Index>& order) {
  for (std::size_t i = order.size(); i-- > 1;) {
    const auto last = static_cast<std::uint32_t>(i);
    const std::uint32_t bits = ~0U >> std::countl_zero(last);
    std::uint32_t drawn = engine() & bits;
    while (drawn > last) drawn = engine() & bits;
    std::swap(order[i], order[drawn]);
  }
}

}  // namespace

std::vector<Index> permutation(RandomStream& stream, Index samples) {
  check_count(samples, 0, max_samples, "samples");
  std::vector<Index> order(static_cast<std::size_t>(samples));
  std::iota(order.begin(), order.end(), Index{0});
  if (stream.generator == Generator::numpy) {
    shuffle_as_numpy(stream.engine, order);
  } else {
    shuffle_as_torch(stream.engine, order);
  }
  return order;
}

}  // namespace dropout
