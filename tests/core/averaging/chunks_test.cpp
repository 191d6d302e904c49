// Averages that are computed in parts.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "activations.h"
#include "dropout/averaging/averages.h"
#include "dropout/support/invalid_input.h"
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
    one_by_one.reserve(static_cast<std::size_t>(chunks));
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
                 "partial_sums[0].mean: the number of outputs must be 1, got 0");
}

TEST(Chunks, AreRefusedWhereTheyAreNotFinite) {
  const Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 0.2}, 1);
  const Vector zero{{0}};
  const Vector one{{1}};
  const auto combine = [&](const PartialAverage& chunk) {
    return combine_chunks(network, Vector{{1, 2}}, AveragingMethod::automatic, {chunk});
  };
  EXPECT_NO_THROW(combine({1, one, -one, zero, one}));
  expect_refused([&] { combine({1, Vector{{nan}}, -one, zero, one}); },
                 "partial_sums[0].mean[0] must be finite, got NaN");
  expect_refused([&] { combine({1, one, -one, zero, Vector{{infinity}}}); },
                 "partial_sums[0].mean_pre_activation[0] must be finite, got Infinity");
  expect_refused([&] { combine({nan, one, -one, zero, one}); },
                 "partial_sums[0].weight must be from 0 to 1, as this network's is, got NaN");
  expect_refused([&] { combine({-1, one, -one, zero, one}); },
                 "partial_sums[0].weight must be from 0 to 1, as this network's is, got -1");
  expect_refused([&] { combine({0, zero, zero, zero, zero}); },
                 "partial_sums: the sum of all weights must be 1, got 0");
}

// z is 0.5 or 2.5 for a sigmoid, a tanh and the rest; each field has limits of its own.
TEST(Chunks, AreRefusedWhereTheNetworkCannotHaveThem) {
  const auto network = [](Activation activation) {
    return Network{0.5, {{Matrix{{1}}, Vector{{0.5}}, activation, 0}}};
  };
  const auto refused = [&](Activation activation, const PartialAverage& chunk,
                           const std::string& message) {
    expect_refused(
        [&] {
          combine_chunks(network(activation), Vector{{1}}, AveragingMethod::enumeration, {chunk});
        },
        message);
  };
  const auto one = [](double mean, double complement, double squared_distance, double z = 1.5) {
    return PartialAverage{1, Vector{{mean}}, Vector{{complement}}, Vector{{squared_distance}},
                          Vector{{z}}};
  };
  const std::string own = ", as this network's is, got ";
  for (const Activation activation : {Activation::sigmoid, Activation::tanh}) {
    refused(activation, one(17, -16, 0.01),
            activation == Activation::sigmoid
                ? "partial_sums[0].mean[0] must be from 0.622459 to 0.924142" + own + "17"
                : "partial_sums[0].mean[0] must be from 0.731059 to 0.993307" + own + "17");
  }
  refused(Activation::sigmoid, one(0.8, 0.2, -3),
          "partial_sums[0].squared_distance[0] must be from 0 to 0.0220402" + own + "-3");
  refused(Activation::sigmoid, one(0.8, 0.2, 0.03),
          "partial_sums[0].squared_distance[0] must be from 0 to 0.0220402" + own + "0.03");
  refused(Activation::sigmoid, one(0.8, 0.3, 0.01),
          "partial_sums[0].mean[0] + .complement[0] must be 1, got 1.1");
  refused(Activation::sigmoid, one(0.8, 0.5, 0.01),
          "partial_sums[0].complement[0] must be from 0.0758582 to 0.377541" + own + "0.5");
  refused(Activation::sigmoid, one(0.8, 0.2, 0.01, 3),
          "partial_sums[0].mean_pre_activation[0] must be from 0.5 to 2.5" + own + "3");
  refused(Activation::relu, one(-1, 1, 0),
          "partial_sums[0].mean[0] must be from 0.5 to 2.5" + own + "-1");
  refused(Activation::identity, one(1.5, -1.4, 0),
          "partial_sums[0].mean[0] + .complement[0] must be 0, got 0.1");
  refused(Activation::identity, one(1.5, -1.5, 1.1),
          "partial_sums[0].squared_distance[0] must be from 0 to 1" + own + "1.1");
}

// Sums of large numbers that cancel, means at an end of what is possible, no spread at all, chunks
// without weight: what was computed is never refused.
TEST(Chunks, AreTakenAsTheyWereGiven) {
  for (const Activation activation : all_activations) {
    for (const double p_drop : {0.0, 1e-300, 0.2, 1 - 0x1p-53}) {
      for (const double scale : {0.0, 1e-9, 1.0, 1e6, 1e150}) {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
          Matrix weight = scale * random_inputs(2, 6, seed);
          // So that nothing is left of the largest terms but rounding.
          weight.rightCols(3) = -weight.leftCols(3) * (seed % 2 == 0 ? 1 : 0.99);
          const Network network{
              p_drop, {{weight, Vector{{0.1, -0.3}} * (scale > 1e9 ? 0 : 1), activation, 0}}};
          const Vector input = Vector::Constant(6, 0.3);
          try {
            const Average whole = average(network, input, AveragingMethod::enumeration);
            const auto chunks = average_chunks(network, input, AveragingMethod::enumeration, 0, 1);
            const Average combined =
                combine_chunks(network, input, AveragingMethod::enumeration, chunks);
            EXPECT_TRUE(same(combined.arithmetic_mean, whole.arithmetic_mean));
            EXPECT_TRUE(same(combined.variance, whole.variance));
          } catch (const InvalidInput& refused) {
            EXPECT_EQ(refused.field(), "network") << refused.what();
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace dropout
