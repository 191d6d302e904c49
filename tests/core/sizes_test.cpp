// Whatever is too large is refused by its size, before anything of that size is made.
#include <gtest/gtest.h>

#include <vector>

#include "averaging/checks.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/data/label_noise.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/network/forward.h"
#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support.h"
#include "support/checks.h"

namespace dropout {
namespace {

// So many layers of one unit each, with hidden layers of `units` between them.
Network alternating(Index units, Index hidden_layers) {
  NetworkShape shape{.widths = {1}, .input_p_drop = 0.2};
  for (Index l = 0; l < hidden_layers; ++l) {
    shape.widths.push_back(units);
    shape.widths.push_back(1);
  }
  return random_network(shape, 1);
}

TEST(Sizes, OfAListOfMasks) {
  // 2^18 subnetworks, and 4096 more inputs of a later layer, which are never dropped.
  Network network = random_network({.widths = {18, 4096, 1}, .input_p_drop = 0.8}, 1);
  const std::string message =
      "network: subnetworks × units, inputs among them, must be at most 40000000, got "
      "262144 × 4114";
  expect_refused([&] { subnetworks(network, 0, Index{1} << 18); }, message);
  expect_refused([&] { enumerate_subnetworks(network, Vector::Ones(18)); }, message);
  EXPECT_NO_THROW(subnetworks(network, 5, 2));
  EXPECT_NO_THROW(check_mask_list(network, 9722));
  EXPECT_ANY_THROW(check_mask_list(network, 9723));
  // A list of all subnetworks of the most units still has room.
  EXPECT_NO_THROW(check_mask_list(random_network({.widths = {1, 20, 1}}, 1), 1 << 20));
}

TEST(Sizes, OfAllValuesOfAPass) {
  const Network network = alternating(4096, 31);
  EXPECT_NO_THROW(check_pass_size(network, 314));
  const std::string message =
      "samples × units, inputs among them, must be at most 40000000, got 315 × 127008";
  expect_refused([&] { check_pass_size(network, 315); }, message);
  expect_refused([&] { forward(network, Matrix::Ones(315, 1)); }, message);
  RandomStream stream = seeded_stream(Generator::torch, 1);
  expect_refused([&] { sample_keep_masks(stream, network, 315); }, message);
}

TEST(Sizes, OfANetworkBeforeItsMatricesAreMade) {
  const std::vector<LayerSize> fitting{{2, 3, 2}, {1, 2, 1}};
  EXPECT_NO_THROW(check_layer_sizes(fitting));
  expect_refused([] { check_layer_sizes(std::vector<LayerSize>(300'000)); },
                 "layers: the number of entries must be a whole number from 1 to 64, got 300000");
  expect_refused([] { check_layer_sizes({{2, 3, 2}, {1, 3, 1}}); },
                 "layers[1].weight: 3 columns, but layer 0 has 2 units");
  expect_refused([] { check_layer_sizes({{1, 3, 1}, {1, 2, 1}}); },
                 "layers[1].weight: 2 columns, but layer 0 has 1 unit");
  expect_refused([] { check_layer_sizes({{2, 3, 1}}); },
                 "layers[0].bias: 1 number, but the weight has 2 rows");
  const LayerSize widest{max_units, max_units, max_units};
  EXPECT_NO_THROW(check_layer_sizes({widest, widest}));
  // 64 × 2^24 weights, and even their bytes, are more than 32 bits count.
  expect_refused([&] { check_layer_sizes(std::vector<LayerSize>(64, widest)); },
                 "layers: the number of values in all must be at most 40000000, got 1073741824");
}

TEST(Sizes, OfAMatrixWhoseProductNeeds64Bits) {
  EXPECT_NO_THROW(check_matrix_size(5000, 4000, max_units, "inputs"));
  EXPECT_NO_THROW(check_matrix_size(0, 4096, max_units, "inputs"));
  expect_refused([] { check_matrix_size(5001, 4000, max_units, "inputs"); },
                 "inputs: rows × columns must be at most 20000000, got 5001 × 4000");
  // 2^16 × 2^16 is 0 in 32 bits.
  expect_refused([] { check_matrix_size(65536, 65536, max_values, "error"); },
                 "error: rows × columns must be at most 20000000, got 65536 × 65536");
  expect_refused([] { check_matrix_size(3000, 20000, max_units, "inputs"); },
                 "inputs: the number of columns must be a whole number from 0 to 4096, got 20000");
  expect_refused([] { check_matrix_size(1'000'001, 0, max_units, "inputs"); },
                 "inputs: the number of rows must be a whole number from 0 to 1000000, got "
                 "1000001");
}

TEST(Sizes, NameOneEntryOfALongList) {
  std::vector<Index> labels(500'000, 1);
  RandomStream stream = seeded_stream(Generator::torch, 1);
  EXPECT_NO_THROW(corrupt_labels(stream, labels, 2, 0.2));
  labels.back() = 2;
  expect_refused([&] { corrupt_labels(stream, labels, 2, 0.2); },
                 "labels[499999] must be a whole number from 0 to 1, got 2");
}

TEST(Refusals, OfARangeOfOneNumberNameTheNumber) {
  expect_refused([] { whole_number(1, 2, 2, "samples"); }, "samples must be 2, got 1");
  expect_refused([] { whole_number(0.5, 0, 0, "output"); }, "output must be 0, got 0.5");
  expect_refused([] { check_output_index(1, 3); }, "output must be 0, got 3");
}

TEST(Refusals, OfAverageThatWouldTakeForEverGiveNoNumberOfSeconds) {
  expect_refused([] { check_block_cost(1e300 * 1e300); },
                 "network: this average would take too long without a pause (limit 10 s); use "
                 "fewer units, smaller weights, or monteCarlo");
}

}  // namespace
}  // namespace dropout
