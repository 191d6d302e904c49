#include "dropout/averaging/subnetworks.h"

#include <gtest/gtest.h>

#include <cmath>

#include "dropout/network/forward.h"
#include "support.h"

namespace dropout {
namespace {

// 2 inputs at p_drop 0.2, 3 units at 0.8, 2 that are never dropped, 2 at 0.35.
Network example_network() {
  Network network = random_network({.widths = {2, 3, 2, 2, 2},
                                    .hidden_activation = Activation::tanh,
                                    .output_activation = Activation::softmax,
                                    .input_p_drop = 0.2},
                                   1);
  network.layers[0].p_drop = 0.8;
  network.layers[2].p_drop = 0.35;
  return network;
}

constexpr Index droppable = 2 + 3 + 2;
constexpr Index total = Index{1} << droppable;

TEST(Subnetworks, NumberSKeepsDroppableUnitIWhereBitIOfSIs1) {
  const Subnetworks all = subnetworks(example_network(), 0, total);
  ASSERT_EQ(all.keep_masks.size(), 4U);
  EXPECT_TRUE(same(all.keep_masks[2], KeepMask::Ones(total, 2)));
  KeepMask droppable_masks(total, droppable);
  droppable_masks << all.keep_masks[0], all.keep_masks[1], all.keep_masks[3];
  for (Index s = 0; s < total; ++s) {
    for (Index unit = 0; unit < droppable; ++unit) {
      EXPECT_EQ(droppable_masks(s, unit), s / (Index{1} << unit) % 2) << s << ", unit " << unit;
    }
  }
}

TEST(Subnetworks, HaveTheProbabilityOfTheirDroppedAndKeptUnits) {
  const Subnetworks all = subnetworks(example_network(), 0, total);
  for (Index s = 0; s < total; ++s) {
    double expected = 1;
    for (const auto& [l, p_drop] : {std::pair(0U, 0.2), std::pair(1U, 0.8), std::pair(3U, 0.35)}) {
      const auto kept = all.keep_masks[l].row(s).cast<int>().sum();
      const auto dropped = static_cast<int>(all.keep_masks[l].cols()) - kept;
      expected *= std::pow(p_drop, dropped) * std::pow(1 - p_drop, kept);
    }
    EXPECT_NEAR(all.probability(s) / expected, 1, 1e-14) << s;
  }
  EXPECT_NEAR(all.probability.sum(), 1, 1e-14);
}

TEST(Subnetworks, AreEquallyLikelyOnlyAtPDropOneHalf) {
  const NetworkShape shape{.widths = {3, 4, 1}, .hidden_p_drop = 0.5};
  EXPECT_TRUE(same(subnetworks(random_network(shape, 1), 0, 16).probability,
                   Vector::Constant(16, 1.0 / 16)));
  Network uneven = random_network(shape, 1);
  uneven.layers[0].p_drop = 0.2;
  const Vector probability = subnetworks(uneven, 0, 16).probability;
  EXPECT_NEAR(probability(0), 0.0016, 1e-16);
  EXPECT_NEAR(probability(15), 0.4096, 1e-15);
}

TEST(Subnetworks, RangesArePartsOfTheWhole) {
  const Subnetworks all = subnetworks(example_network(), 0, total);
  for (const auto& [first, count] : {std::pair(0, 1), std::pair(37, 50), std::pair(127, 1),
                                     std::pair(64, 64), std::pair(128, 0)}) {
    const Subnetworks some =
        subnetworks(example_network(), static_cast<std::uint64_t>(first), count);
    EXPECT_TRUE(same(some.probability, all.probability.segment(first, count)));
    for (std::size_t l = 0; l < all.keep_masks.size(); ++l) {
      EXPECT_TRUE(same(some.keep_masks[l], all.keep_masks[l].middleRows(first, count)));
    }
  }
}

TEST(Subnetworks, ReachTheLastOfTheMostThatAreEnumerated) {
  const Network network = random_network({.widths = {1, 20, 1}, .hidden_p_drop = 0.2}, 1);
  const Subnetworks last = subnetworks(network, (1U << 20) - 1, 1);
  EXPECT_TRUE(same(last.keep_masks[1], KeepMask::Ones(1, 20)));
  EXPECT_NEAR(last.probability(0) / std::pow(0.8, 20), 1, 1e-14);
  expect_refused([&] { subnetworks(network, (1U << 20) - 1, 2); },
                 "subnetworks: 2 from number 1048575 on, but the network has 1048576");
}

TEST(Subnetworks, OfANetworkWithoutDropoutAreTheNetwork) {
  const Network network = random_network({.widths = {3, 4, 2}}, 1);
  const Vector input = random_inputs(3, 1, 2);
  const SubnetworkOutputs all = enumerate_subnetworks(network, input);
  EXPECT_TRUE(same(all.probability, Vector::Ones(1)));
  EXPECT_TRUE(same(all.output, forward(network, input.transpose()).layers.back().activation));
}

// 2^9 subnetworks run in more than one block.
TEST(Subnetworks, AreEachRunOnTheInput) {
  for (const Index hidden : {3, 7}) {
    Network network = random_network({.widths = {2, hidden, 3},
                                      .hidden_activation = Activation::relu,
                                      .output_activation = Activation::softmax,
                                      .input_p_drop = 0.2,
                                      .hidden_p_drop = 0.8},
                                     1);
    const Vector input = random_inputs(2, 1, 2);
    const SubnetworkOutputs all = enumerate_subnetworks(network, input);
    ASSERT_EQ(all.output.rows(), Index{1} << (2 + hidden));
    for (Index s = 0; s < all.output.rows(); ++s) {
      const Subnetworks one = subnetworks(network, static_cast<std::uint64_t>(s), 1);
      const LayerPass last = forward(network, input.transpose(), one.keep_masks).layers.back();
      EXPECT_EQ(all.probability(s), one.probability(0));
      EXPECT_TRUE(near(all.pre_activation.row(s), last.pre_activation, 1e-14));
      EXPECT_TRUE(near(all.output.row(s), last.activation, 1e-14));
    }
  }
}

}  // namespace
}  // namespace dropout
