#include "dropout/averaging/output_spread.h"

#include <gtest/gtest.h>

#include <limits>

#include "dropout/averaging/monte_carlo.h"
#include "support.h"

namespace dropout {
namespace {

TEST(OutputSpread, OfOneNetworkIsItsOutput) {
  const OutputSpread spread = output_spread(Matrix{{0.25, 0.75}});
  for (const Vector& values : {spread.mean, spread.low, spread.high}) {
    EXPECT_TRUE(same(values, Vector{{0.25, 0.75}}));
  }
  EXPECT_TRUE(same(spread.votes, Vector{{0, 1}}));
}

TEST(OutputSpread, GivesVotesToTheLargestOutputAndToTheFirstOfEqualOnes) {
  const Matrix outputs{{0.2, 0.5, 0.3}, {0.4, 0.2, 0.4}, {0.1, 0.1, 0.8}, {-1, -2, -3}};
  EXPECT_TRUE(same(output_spread(outputs).votes, Vector{{2, 1, 1}}));
}

// 0, 1, ..., 100 in any order: quantiles and their fractions are the same but for a factor.
TEST(OutputSpread, HasTheQuantilesOfEvenlySpacedValues) {
  Matrix outputs(101, 2);
  for (Index i = 0; i < outputs.rows(); ++i) {
    outputs(i, 0) = static_cast<double>(37 * i % 101);
    outputs(i, 1) = -outputs(i, 0);
  }
  const OutputSpread spread = output_spread(outputs);
  EXPECT_TRUE(near(spread.mean, Vector{{50, -50}}, 1e-12));
  EXPECT_TRUE(near(spread.low, Vector{{5, -95}}, 1e-12));
  EXPECT_TRUE(near(spread.high, Vector{{95, -5}}, 1e-12));
  EXPECT_TRUE(same(spread.votes, Vector{{101, 0}}));
}

// numpy.quantile([1, 2, 4, 8], [0.05, 0.95]): places 0.15 and 2.85.
TEST(OutputSpread, InterpolatesAsNumPyDoes) {
  const OutputSpread spread = output_spread(Matrix{{4}, {1}, {8}, {2}});
  EXPECT_NEAR(spread.low(0), 1.15, 1e-15);
  EXPECT_NEAR(spread.high(0), 7.4, 1e-14);
}

TEST(OutputSpread, CountsTheVotesOfTheSubnetworksThatAreSampledForEachInput) {
  for (const double p_drop : {0.2, 0.8}) {
    const Network network = random_network({.widths = {2, 9, 7, 3},
                                            .hidden_activation = Activation::tanh,
                                            .output_activation = Activation::softmax,
                                            .hidden_p_drop = p_drop},
                                           1);
    const Matrix inputs{{1, -1}, {0.5, 2}, {-3, 0}};
    RandomStream stream = seeded_stream(Generator::torch, 5);
    const Matrix votes = sampled_votes(stream, network, inputs, 200);
    RandomStream same_stream = seeded_stream(Generator::torch, 5);
    for (Index sample = 0; sample < inputs.rows(); ++sample) {
      const Vector input = inputs.row(sample);
      const Matrix outputs = sample_subnetworks(same_stream, network, input, 200).output;
      EXPECT_TRUE(same(Vector(votes.row(sample)), output_spread(outputs).votes));
      EXPECT_EQ(votes.row(sample).sum(), 200);
    }
  }
}

TEST(OutputSpread, RefusesWhatHasNoSpread) {
  expect_refused([] { output_spread(Matrix(0, 2)); },
                 "outputs: the number of rows must be a whole number from 1 to 1000000, got 0");
  expect_refused([] { output_spread(Matrix(2, 0)); },
                 "outputs: the number of columns must be a whole number from 1 to 4096, got 0");
  expect_refused([] { output_spread(Matrix{{1, std::numeric_limits<double>::infinity()}}); },
                 "outputs[0][1] must be finite, got Infinity");
  const double largest = std::numeric_limits<double>::max();
  expect_refused(
      [&] { output_spread(Matrix{{largest}, {largest}}); },
      "network: the mean of the outputs is too large for float64; use smaller weights or inputs");
}

}  // namespace
}  // namespace dropout
