// Averages that are computed in parts.
#include <gtest/gtest.h>

#include <vector>

#include "dropout/averages.h"
#include "support.h"

namespace dropout {
namespace {

TEST(Chunks, GiveTheSameBitsHoweverTheyAreSharedOut) {
  for (const std::vector<Index>& widths :
       {std::vector<Index>{2, 26, 1}, {2, 14, 10, 1}, {2, 3, 23, 1}}) {
    const Network network = random_network({.widths = widths,
                                            .hidden_activation = Activation::tanh,
                                            .output_activation = Activation::sigmoid,
                                            .hidden_p_drop = 0.2},
                                           1);
    const Vector input{{1, -0.5}};
    constexpr AveragingMethod method = AveragingMethod::enumeration;
    const Index chunks = plan_average(network, input, method).chunks;
    ASSERT_GT(chunks, 1);
    const Average whole = average(network, input, method);
    std::vector<PartialAverage> one_by_one;
    for (Index chunk = 0; chunk < chunks; ++chunk) {
      one_by_one.push_back(average_chunks(network, input, method, chunk, 1).front());
    }
    const Average combined = combine_chunks(network, input, method, one_by_one);
    EXPECT_TRUE(same(combined.arithmetic_mean, whole.arithmetic_mean));
    EXPECT_TRUE(same(combined.variance, whole.variance));
    EXPECT_TRUE(same(*combined.normalized_geometric_mean, *whole.normalized_geometric_mean));
    double weight = 0;
    for (const PartialAverage& chunk : one_by_one) weight += chunk.weight;
    EXPECT_NEAR(weight, 1, 1e-12);
  }
}

TEST(Chunks, AreRefusedWhereThereAreNone) {
  const Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 0.2}, 1);
  const Vector input{{1, 2}};
  constexpr AveragingMethod method = AveragingMethod::automatic;
  expect_refused([&] { average_chunks(network, input, method, 1, 1); }, "first must be 0, got 1");
  expect_refused([&] { average_chunks(network, input, method, 0, 2); }, "count must be 1, got 2");
  expect_refused([&] { combine_chunks(network, input, method, {}); },
                 "partial_sums: the number of rows must be 1, got 0");
  expect_refused([&] { combine_chunks(network, input, method, {PartialAverage{}}); },
                 "partial_sums[0]: the number of outputs must be 1, got "
                 "0");
}

TEST(Chunks, AreRefusedWhereTheyAreNotFinite) {
  const Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 0.2}, 1);
  const Vector zero{{0}};
  const auto combine = [&](const PartialAverage& chunk) {
    return combine_chunks(network, Vector{{1, 2}}, AveragingMethod::automatic, {chunk});
  };
  EXPECT_NO_THROW(combine({1, zero, zero, zero}));
  expect_refused([&] { combine({1, Vector{{nan}}, zero, zero}); },
                 "partial_sums[0][0] must be finite, got NaN");
  expect_refused([&] { combine({nan, zero, zero, zero}); },
                 "partial_sums[0].weight must be finite and 0 or more, got NaN");
  expect_refused([&] { combine({-1, zero, zero, zero}); },
                 "partial_sums[0].weight must be finite and 0 or more, got -1");
}

}  // namespace
}  // namespace dropout
