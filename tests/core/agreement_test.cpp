// The same numbers natively and as WebAssembly: both builds run this file.
#include <gtest/gtest.h>

#include <cstdint>

#include "activations.h"
#include "dropout/averaging/averages.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/network/initialization.h"
#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t fingerprint(const KeepMask& mask, std::uint64_t hash) {
  for (const std::uint8_t keep : mask.reshaped<Eigen::RowMajor>()) {
    hash = (hash ^ keep) * 1099511628211ULL;
  }
  return hash;
}

std::uint64_t fingerprint_of_masks(Generator generator) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    for (const double p_drop : {0.2, 0.5, 0.8}) {
      RandomStream stream = seeded_stream(generator, seed * 0x00d0'0301);
      hash = fingerprint(sample_keep_mask(stream, p_drop, 10, 30), hash);
    }
  }
  return hash;
}

// The last two are those of PyTorch 1.13 and NumPy 1.24 themselves, over the same seeds.
TEST(Agreement, OfMasksBitForBit) {
  EXPECT_EQ(fingerprint_of_masks(Generator::torch_intel), 12585066846214151938U);
  EXPECT_EQ(fingerprint_of_masks(Generator::torch), 815044516755340366U);
  EXPECT_EQ(fingerprint_of_masks(Generator::numpy), 13498559610718848735U);
}

TEST(Agreement, OfAverages) {
  Vector means(3 * static_cast<Index>(all_activations.size()));
  Index next = 0;
  for (const Activation hidden : all_activations) {
    for (const double p_drop : {0.2, 0.5, 0.8}) {
      const Network network = random_network({.widths = {3, 4, 5, 1},
                                              .hidden_activation = hidden,
                                              .output_activation = Activation::sigmoid,
                                              .input_p_drop = p_drop / 2,
                                              .hidden_p_drop = p_drop},
                                             static_cast<std::uint64_t>(next));
      means(next++) = average(network, Vector{{1, -0.5, 2}}).arithmetic_mean(0);
    }
  }
  const Vector native{{0.14016254821223614, 0.41496043500387969, 0.42666052357121231,
                       0.66544721819123231, 0.51108786340904255, 0.58723322069258432,
                       0.09726256296984355, 0.42377903429755059, 0.53216714853621805,
                       0.54356559907510205, 0.73262638690198811, 0.49060642207108629,
                       0.53122240539481158, 0.72382136394862162, 0.55282958609137545}};
  EXPECT_TRUE(near(means.head(native.size()), native, 1e-12));
}

}  // namespace
}  // namespace dropout
