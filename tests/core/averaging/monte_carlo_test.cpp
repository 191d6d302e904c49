#include "dropout/averaging/monte_carlo.h"

#include <gtest/gtest.h>

#include <cmath>

#include "dropout/network/forward.h"
#include "support.h"

namespace dropout {
namespace {

const Vector point{{1.5, -0.75}};

Network network(double p_drop) {
  return random_network({.widths = {2, 6, 5, 2},
                         .hidden_activation = Activation::tanh,
                         .output_activation = Activation::sigmoid,
                         .hidden_p_drop = p_drop},
                        3);
}

using MonteCarloOf = EachGeneratorAndPDrop;

TEST_P(MonteCarloOf, IsTheForwardPassesOfOneBatchOfMasks) {
  RandomStream stream = seeded_stream(generator(), 5);
  RandomStream same_stream = stream;
  constexpr Index samples = 600;
  const SubnetworkOutputs sampled = sample_subnetworks(stream, network(p_drop()), point, samples);
  const KeepMasks masks = sample_keep_masks(same_stream, network(p_drop()), samples);
  const Matrix expected = forward(network(p_drop()), point.transpose().replicate(samples, 1), masks)
                              .layers.back()
                              .activation;
  EXPECT_TRUE(near(sampled.output, expected, 1e-15));
  EXPECT_NEAR(sampled.probability.sum(), 1, 1e-12);
}

TEST_P(MonteCarloOf, HasTheRunningMeanAndItsStandardError) {
  RandomStream stream = seeded_stream(generator(), 5);
  RandomStream same_stream = stream;
  const MonteCarlo estimate = monte_carlo(stream, network(p_drop()), point, 100);
  const Matrix output = sample_subnetworks(same_stream, network(p_drop()), point, 100).output;
  for (const Index k : {1, 2, 3, 50, 100}) {
    const Matrix first = output.topRows(k);
    const Eigen::RowVectorXd mean = first.colwise().mean();
    EXPECT_TRUE(near(estimate.running_mean.row(k - 1), mean, 1e-14));
    if (k == 1) continue;
    const double count = static_cast<double>(k);
    const Matrix expected =
        ((first.rowwise() - mean).cwiseAbs2().colwise().sum() / (count - 1) / count).cwiseSqrt();
    EXPECT_TRUE(near(estimate.standard_error.row(k - 1), expected, 1e-13));
  }
  EXPECT_TRUE(std::isnan(estimate.standard_error(0, 0)));
}

// The mean of k independent outputs is normally distributed around the true one, with variance
// var / k: beyond 5 standard deviations lies one of 1.7 million.
TEST_P(MonteCarloOf, ApproachesTheExactAverage) {
  constexpr Index samples = 20'000;
  RandomStream stream = seeded_stream(generator(), 1);
  const MonteCarlo estimate = monte_carlo(stream, network(p_drop()), point, samples);
  const Average exact = average(network(p_drop()), point);
  for (Index o = 0; o < 2; ++o) {
    const double deviation = std::sqrt(exact.variance(o) / samples);
    EXPECT_NEAR(estimate.running_mean(samples - 1, o), exact.arithmetic_mean(o), 5 * deviation);
    // The relative error of a standard deviation is about √((kurtosis - 1) / 4 k); the kurtosis of
    // outputs in [0, 1] with such variances is below 20.
    EXPECT_NEAR(estimate.standard_error(samples - 1, o) / deviation, 1,
                5 * std::sqrt(19.0 / 4 / samples));
  }
}

INSTANTIATE_TEST_SUITE_P(MonteCarlo, MonteCarloOf, testing::Combine(generators, p_drops),
                         generator_and_percent);

TEST(MonteCarloErrors, AreDistancesFromTheAverageOfRunsOneAfterTheOther) {
  const Network each = network(0.2);
  const Average exact = average(each, point);
  RandomStream stream = seeded_stream(Generator::torch, 9);
  RandomStream same_stream = stream;
  const MonteCarloError result = monte_carlo_error(stream, each, point, exact, 1, 40, 3);
  ASSERT_EQ(result.error.rows(), 3);
  ASSERT_EQ(result.error.cols(), 40);
  for (Index repeat = 0; repeat < 3; ++repeat) {
    const MonteCarlo run = monte_carlo(same_stream, each, point, 40);
    const Vector expected = (run.running_mean.col(1).array() - exact.arithmetic_mean(1)).abs();
    EXPECT_TRUE(near(result.error.row(repeat).transpose(), expected, 1e-15));
  }
  const double scaling_error = std::abs(exact.scaled_full_network(1) - exact.arithmetic_mean(1));
  EXPECT_EQ(result.scaling_error, scaling_error);
  EXPECT_NEAR(result.expected_error(3), std::sqrt(exact.variance(1)) / 2, 1e-15);
  // Where the curve of expected errors meets the line.
  EXPECT_NEAR(std::sqrt(exact.variance(1) / result.crossing), scaling_error, 1e-15);
}

TEST(MonteCarloErrors, NeverCrossThatOfExactScaling) {
  const Network each = random_network({.widths = {2, 6, 1}, .hidden_p_drop = 0.2}, 3);
  RandomStream stream = seeded_stream(Generator::torch, 9);
  const MonteCarloError result =
      monte_carlo_error(stream, each, point, average(each, point), 0, 2, 1);
  EXPECT_EQ(result.crossing, infinity);
  EXPECT_LT(result.scaling_error, 1e-12);
}

// A saturated sigmoid: A and S differ by half of themselves, and both are far below what a double
// next to 1 could tell.
TEST(MonteCarloErrors, CrossWhereTheyDoHoweverSmallTheOutputsAre) {
  const Network saturated{0.5,
                          {{Matrix::Constant(1, 20, 0.25), Vector{{-50}}, Activation::sigmoid, 0}}};
  const Vector ones = Vector::Ones(20);
  RandomStream stream = seeded_stream(Generator::torch, 9);
  const Average exact = average(saturated, ones);
  const MonteCarloError result = monte_carlo_error(stream, saturated, ones, exact, 0, 2, 1);
  const double difference = exact.scaled_full_network(0) - exact.arithmetic_mean(0);
  EXPECT_LT(std::abs(difference), 1e-19);
  EXPECT_GT(std::abs(difference), 0.1 * exact.arithmetic_mean(0));
  EXPECT_NEAR(result.crossing * difference * difference / exact.variance(0), 1, 1e-12);
  EXPECT_NEAR(result.expected_error(0) / std::sqrt(exact.variance(0)), 1, 1e-12);
}

TEST(MonteCarloErrors, CrossNowhereKnownAmongOutputsThatDifferByRounding) {
  const Network constant{0.5, {{Matrix::Zero(1, 4), Vector{{-50}}, Activation::sigmoid, 0}}};
  const Vector ones = Vector::Ones(4);
  for (const AveragingMethod method :
       {AveragingMethod::enumeration, AveragingMethod::characteristic_function}) {
    RandomStream stream = seeded_stream(Generator::torch, 9);
    Average exact = average(constant, ones, method);
    EXPECT_TRUE(std::isnan(monte_carlo_error(stream, constant, ones, exact, 0, 2, 1).crossing));
    exact.scaled_full_network(0) *= 1 + 1e-11;
    EXPECT_EQ(monte_carlo_error(stream, constant, ones, exact, 0, 2, 1).crossing, 0);
  }
}

TEST(MonteCarloErrors, AreRefusedForOtherNetworksAverages) {
  RandomStream stream = seeded_stream(Generator::torch, 9);
  const auto refused = [&](const Average& exact, Index output, Index samples, Index repeats,
                           const std::string& message) {
    expect_refused(
        [&] { monte_carlo_error(stream, network(0.2), point, exact, output, samples, repeats); },
        message);
  };
  const Average exact = average(network(0.2), point);
  refused(Average{}, 0, 1, 1, "average.arithmetic_mean: the number of entries must be 2, got 0");
  Average not_finite = exact;
  not_finite.variance(1) = nan;
  refused(not_finite, 0, 1, 1, "average.variance[1] must be finite, got NaN");
  Average negative = exact;
  negative.variance(1) = -0.5;
  refused(negative, 0, 1, 1, "average.variance[1] must be 0 or more, got -0.5");
  Average below_0 = exact;
  below_0.rounding(0) = -1;
  refused(below_0, 0, 1, 1, "average.rounding[0] must be 0 or more, got -1");
  refused(exact, 2, 1, 1, "output must be a whole number from 0 to 1, got 2");
  refused(exact, 0, 0, 1, "samples must be a whole number from 1 to 1000000, got 0");
  refused(exact, 0, 1, 0, "repeats must be a whole number from 1 to 1000, got 0");
  refused(exact, 0, 1'000'000, 21, "repeats × samples must be at most 20000000, got 21 × 1000000");
}

TEST(MonteCarloErrors, AreRefusedWhereTheyAreTooLarge) {
  const Network line{0.5, {{Matrix{{1}}, Vector{{0}}, Activation::identity, 0}}};
  const auto refused = [&](double mean, double scaled, double x, Index samples,
                           const std::string& what) {
    Average claimed = average(line, Vector{{1}});
    claimed.arithmetic_mean(0) = mean;
    claimed.scaled_full_network(0) = scaled;
    RandomStream stream = seeded_stream(Generator::torch, 9);
    expect_refused([&] { monte_carlo_error(stream, line, Vector{{x}}, claimed, 0, samples, 1); },
                   "network: " + what + " is too large for float64; use smaller weights or inputs");
  };
  refused(1e308, -1e308, 1, 5, "the error of the scaled full network");
  // The first subnetwork keeps x, and doubles it: 2.2e308 from the mean. Later means are nearer.
  RandomStream stream = seeded_stream(Generator::torch, 9);
  ASSERT_EQ(sample_subnetworks(stream, line, Vector{{1}}, 50).output(0, 0), 2);
  refused(-1e308, -1e308, 0.6e308, 50, "the Monte Carlo error");
}

// Its square would overflow; the crossing is an ordinary number.
TEST(MonteCarloErrors, CrossWhereTheSquaredErrorOverflows) {
  const Network line{0.5, {{Matrix{{1}}, Vector{{0}}, Activation::identity, 0}}};
  Average claimed = average(line, Vector{{1}});
  claimed.variance(0) = 1e308;
  claimed.scaled_full_network(0) = 1e155;
  RandomStream stream = seeded_stream(Generator::torch, 9);
  EXPECT_NEAR(monte_carlo_error(stream, line, Vector{{1}}, claimed, 0, 2, 1).crossing, 0.01, 1e-16);
}

TEST(MonteCarlo, IsRefusedWhereItsMeanOrVarianceIsTooLarge) {
  const auto refused = [](double weight, const std::string& what) {
    const Network large{0.5, {{Matrix{{weight, -weight}}, Vector{{0}}, Activation::identity, 0}}};
    RandomStream stream = seeded_stream(Generator::torch, 9);
    expect_refused([&] { monte_carlo(stream, large, Vector{{1, 1}}, 20); },
                   "network: the " + what +
                       " of the outputs is too large for float64; use smaller weights or inputs");
  };
  refused(0.8e308, "running mean");
  refused(1e200, "variance");
}

TEST(MonteCarlo, IsRefusedWithoutSamples) {
  RandomStream stream = seeded_stream(Generator::torch, 9);
  expect_refused([&] { monte_carlo(stream, network(0.2), point, 0); },
                 "samples must be a whole number from 1 to 1000000, got 0");
}

}  // namespace
}  // namespace dropout
