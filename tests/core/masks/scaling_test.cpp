#include "dropout/masks/scaling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "dropout/masks/keep_mask.h"
#include "support.h"

namespace dropout {
namespace {

const Vector activations{{-1.5, 0.25, 3, 0, 100}};

const std::vector<ScalingRule> all_rules{
    ScalingRule::none,         ScalingRule::inverted,           ScalingRule::paper,
    ScalingRule::left_on,      ScalingRule::inverted_by_p_drop, ScalingRule::multiplied_by_p_drop,
    ScalingRule::scaled_twice,
};

Scaling scaled(ScalingRule rule, double p_drop) {
  RandomStream stream = seeded_stream(Generator::torch, 5);
  return scaling(stream, rule, activations, p_drop, 1);
}

struct Expected {
  ScalingRule rule;
  double training_factor;
  double test_factor;
  double expected_training;  // for an activation of 1
  double test;               // the same
};

void expect_factors(double p_drop, const std::vector<Expected>& all) {
  for (const Expected& expected : all) {
    SCOPED_TRACE(static_cast<int>(expected.rule));
    const Scaling result = scaled(expected.rule, p_drop);
    EXPECT_NEAR(result.training_factor, expected.training_factor, 1e-15);
    EXPECT_NEAR(result.test_factor, expected.test_factor, 1e-15);
    EXPECT_TRUE(near(result.expected_training, activations * expected.expected_training, 1e-15));
    EXPECT_TRUE(near(result.test, activations * expected.test, 1e-15));
    EXPECT_NEAR(result.training_to_test, expected.expected_training / expected.test, 4e-15);
    EXPECT_EQ(result.masked_at_test, expected.rule == ScalingRule::left_on);
    EXPECT_EQ(result.is_correct,
              expected.rule == ScalingRule::inverted || expected.rule == ScalingRule::paper);
  }
}

TEST(Scaling, MultipliesByTheFactorsOfEachRuleAtPDrop20) {
  expect_factors(0.2, {
                          {ScalingRule::none, 1, 1, 0.8, 1},
                          {ScalingRule::inverted, 1.25, 1, 1, 1},
                          {ScalingRule::paper, 1, 0.8, 0.8, 0.8},
                          {ScalingRule::inverted_by_p_drop, 5, 1, 4, 1},
                          {ScalingRule::multiplied_by_p_drop, 1, 0.2, 0.8, 0.2},
                          {ScalingRule::scaled_twice, 1.25, 0.8, 1, 0.8},
                          {ScalingRule::left_on, 1.25, 1.25, 1, 1},
                      });
}

TEST(Scaling, MultipliesByTheFactorsOfEachRuleAtPDrop80) {
  expect_factors(0.8, {
                          {ScalingRule::none, 1, 1, 0.2, 1},
                          {ScalingRule::inverted, 5, 1, 1, 1},
                          {ScalingRule::paper, 1, 0.2, 0.2, 0.2},
                          {ScalingRule::inverted_by_p_drop, 1.25, 1, 0.25, 1},
                          {ScalingRule::multiplied_by_p_drop, 1, 0.8, 0.2, 0.8},
                          {ScalingRule::scaled_twice, 5, 0.2, 1, 0.2},
                          {ScalingRule::left_on, 5, 5, 1, 1},
                      });
}

// p_keep · (1 / p_keep) rounds to less than 1 for 0.49, among others.
TEST(Scaling, CallsRightRulesCorrectForEveryPDrop) {
  for (const double p_drop : {0.0, 5e-324, 1e-300, 0.2, 0.51, 0.8, std::nextafter(1, 0)}) {
    for (const ScalingRule rule : {ScalingRule::inverted, ScalingRule::paper}) {
      EXPECT_TRUE(scaled(rule, p_drop).is_correct) << p_drop;
      EXPECT_EQ(scaled(rule, p_drop).training_to_test, 1) << p_drop;
    }
    EXPECT_EQ(scaled(ScalingRule::left_on, p_drop).is_correct, p_drop == 0);
  }
}

TEST(Scaling, BySwappedProbabilitiesShowsNoErrorAtPDrop50) {
  EXPECT_TRUE(scaled(ScalingRule::inverted_by_p_drop, 0.5).is_correct);
  EXPECT_TRUE(scaled(ScalingRule::multiplied_by_p_drop, 0.5).is_correct);
  EXPECT_FALSE(scaled(ScalingRule::none, 0.5).is_correct);
  EXPECT_FALSE(scaled(ScalingRule::scaled_twice, 0.5).is_correct);
}

TEST(Scaling, WithNothingToDropOnlyMultiplyingByPDropIsWrong) {
  EXPECT_TRUE(scaled(ScalingRule::none, 0).is_correct);
  EXPECT_TRUE(scaled(ScalingRule::scaled_twice, 0).is_correct);
  const Scaling result = scaled(ScalingRule::multiplied_by_p_drop, 0);
  EXPECT_EQ(result.training_to_test, infinity);
  EXPECT_FALSE(result.is_correct);
  EXPECT_TRUE(same(result.test.cwiseAbs(), Vector(Vector::Zero(5))));
}

TEST(Scaling, WithNothingToDropLeavesNothingOn) {
  const Scaling result = scaled(ScalingRule::left_on, 0);
  EXPECT_TRUE(result.is_correct);
  EXPECT_FALSE(result.masked_at_test);
  EXPECT_FALSE(result.test_samples);
  EXPECT_TRUE(same(result.test, activations));
}

TEST(Scaling, TakesMinus0As0) {
  for (const ScalingRule rule : all_rules) {
    if (rule == ScalingRule::inverted_by_p_drop) continue;
    const Scaling with_minus = scaled(rule, -0.0);
    const Scaling with_0 = scaled(rule, 0);
    EXPECT_EQ(with_minus.training_to_test, with_0.training_to_test);
    EXPECT_EQ(std::signbit(with_minus.test_factor), std::signbit(with_0.test_factor));
    EXPECT_TRUE(same(with_minus.test, with_0.test));
    EXPECT_EQ(with_minus.is_correct, with_0.is_correct);
  }
}

using ScalingOf = EachGeneratorAndPDrop;

TEST_P(ScalingOf, MasksWithTheMasksOfSamplesByUnits) {
  constexpr Index samples = 40;
  for (const ScalingRule rule : all_rules) {
    RandomStream stream = seeded_stream(generator(), 12);
    RandomStream same_stream = stream;
    const Scaling result = scaling(stream, rule, activations, p_drop(), samples);
    const auto masked = [&](double factor) -> Matrix {
      const KeepMask mask = sample_keep_mask(same_stream, p_drop(), samples, 5);
      const Matrix scaled_values = (activations * factor).transpose().replicate(samples, 1);
      return scaled_values.cwiseProduct(mask.cast<double>());
    };
    EXPECT_TRUE(same(result.training, masked(result.training_factor)));
    ASSERT_EQ(result.test_samples.has_value(), rule == ScalingRule::left_on);
    if (result.test_samples) {
      EXPECT_TRUE(same(*result.test_samples, masked(result.test_factor)));
    }
    EXPECT_EQ(stream.engine, same_stream.engine);
    for (const Index k : {1, 2, 3, 40}) {
      const Matrix mean = result.training.topRows(k).colwise().mean();
      EXPECT_TRUE(near(result.running_mean.row(k - 1), mean, 1e-14));
    }
  }
}

TEST_P(ScalingOf, ByInversionIsInvertedDropout) {
  RandomStream stream = seeded_stream(generator(), 12);
  RandomStream same_stream = stream;
  const Scaling result = scaling(stream, ScalingRule::inverted, activations, p_drop(), 30);
  const Matrix values = activations.transpose().replicate(30, 1);
  const KeepMask mask = sample_keep_mask(same_stream, p_drop(), 30, 5);
  EXPECT_TRUE(same(result.training, apply_keep_mask(values, mask, p_drop())));
}

// A unit of value x becomes f x m, with m = 1 at probability q = 1 - p_drop: expected value f x q,
// variance f² x² q p_drop. Beyond 5 standard deviations of the mean of N samples, which is nearly
// normal, lies one of 1.7 million.
TEST_P(ScalingOf, HasTheExpectedValueOfItsSamples) {
  constexpr Index samples = 50'000;
  const double deviation = std::sqrt((1 - p_drop()) * p_drop() / samples);
  for (const ScalingRule rule : all_rules) {
    RandomStream stream = seeded_stream(generator(), 2014);
    const Scaling result = scaling(stream, rule, activations, p_drop(), samples);
    for (Index unit = 0; unit < activations.size(); ++unit) {
      const double size = std::abs(activations(unit));
      EXPECT_NEAR(result.running_mean(samples - 1, unit), result.expected_training(unit),
                  5 * deviation * size * result.training_factor);
      if (!result.test_samples) continue;
      EXPECT_NEAR(result.test_samples->col(unit).mean(), result.test(unit),
                  5 * deviation * size * result.test_factor);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(, ScalingOf, ::testing::Combine(generators, p_drops),
                         generator_and_percent);

TEST(Scaling, OfOneUnitInOneSample) {
  RandomStream stream = seeded_stream(Generator::numpy, 3);
  RandomStream same_stream = stream;
  const Scaling result = scaling(stream, ScalingRule::inverted, Vector{{2}}, 0.2, 1);
  const bool is_kept = sample_keep_mask(same_stream, 0.2, 1, 1)(0, 0) == 1;
  EXPECT_TRUE(same(result.training, Matrix{{is_kept ? 2.5 : 0}}));
  EXPECT_TRUE(same(result.running_mean, result.training));
}

TEST(Scaling, ByTheSmallestPDropIsLarge) {
  RandomStream stream = seeded_stream(Generator::torch, 3);
  const Scaling result =
      scaling(stream, ScalingRule::inverted_by_p_drop, Vector{{2, -1e7}}, 1e-300, 2);
  EXPECT_NEAR(result.training_factor / 1e300, 1, 1e-15);
  EXPECT_NEAR(result.training_to_test / 1e300, 1, 1e-15);
  EXPECT_TRUE(near(result.training * 1e-300, Matrix{{2, -1e7}, {2, -1e7}}, 1e-15));
}

TEST(Scaling, IsRefusedForBadInput) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const auto refused = [&](ScalingRule rule, const Vector& values, double p_drop, Index samples,
                           const std::string& message) {
    expect_refused([&] { scaling(stream, rule, values, p_drop, samples); }, message);
  };
  refused(ScalingRule::none, activations, 2, 1, "p_drop must be in [0, 1], got 2");
  refused(ScalingRule::inverted_by_p_drop, activations, 0, 1,
          "p_drop must be in (0, 1] where \"inverted-by-p-drop\" divides by it, got 0");
  refused(ScalingRule::none, Vector(0), 0.2, 1,
          "activations: the number of entries must be a whole number from 1 to 4096, got 0");
  refused(ScalingRule::none, Vector::Ones(4097), 0.2, 1,
          "activations: the number of entries must be a whole number from 1 to 4096, got 4097");
  refused(ScalingRule::none, Vector{{1, nan}}, 0.2, 1, "activations[1] must be finite, got NaN");
  refused(ScalingRule::none, activations, 0.2, 0,
          "samples must be a whole number from 1 to 100000, got 0");
  refused(ScalingRule::none, activations, 0.2, 100'001,
          "samples must be a whole number from 1 to 100000, got 100001");
  refused(ScalingRule::none, Vector::Ones(201), 0.2, 100'000,
          "samples × activations must be at most 20000000, got 100000 × 201");
  refused(ScalingRule::inverted, Vector{{1, 1e308}}, 0.75, 1,
          "activations[1]: 1e+308 × 4 is too large for float64; use smaller activations, or "
          "another p_drop");
  refused(ScalingRule::inverted_by_p_drop, activations, 5e-324, 1,
          "activations[0]: -1.5 × Infinity is too large for float64; use smaller activations, or "
          "another p_drop");
  EXPECT_EQ(stream.engine, seeded_stream(Generator::torch, 1).engine);
}

}  // namespace
}  // namespace dropout
