#include "dropout/dropped_units.h"

#include <gtest/gtest.h>

#include <cmath>

#include "dropout/keep_mask.h"
#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

TEST(DroppedUnits, AreCountedRowByRow) {
  const KeepMask mask{{1, 0, 1}, {0, 0, 0}, {1, 1, 0}, {1, 1, 1}, {0, 1, 1}};
  EXPECT_TRUE(same(dropped_unit_counts(mask), Counts{{1, 3, 0, 1}}));
  EXPECT_TRUE(same(dropped_unit_counts(KeepMask(0, 2)), Counts{{0, 0, 0}}));
  EXPECT_TRUE(same(dropped_unit_counts(KeepMask(4, 0)), Counts{{4}}));
}

TEST(DroppedUnits, HaveTheBinomialDistribution) {
  for (const Json& example : golden("binomial.json")) {
    const Vector distribution =
        dropped_units_distribution(example.at("units"), example.at("p_drop"));
    ASSERT_EQ(distribution.size(), example.at("units").get<Index>() + 1);
    EXPECT_NEAR(distribution.sum(), 1, 1e-14);
    for (std::size_t i = 0; i < example.at("counts").size(); ++i) {
      const double expected = example.at("probability")[i];
      const double actual = distribution(example.at("counts")[i].get<Index>());
      // Subnormal numbers have fewer digits.
      EXPECT_NEAR(actual, expected, std::max(1e-12 * expected, 1e-320))
          << example.at("units") << " units at p_drop " << example.at("p_drop") << ", "
          << example.at("counts")[i] << " dropped";
    }
  }
}

// Near the mode k of n units at p, Stirling's formula gives 1 / sqrt(2 π n p (1 - p)), relative
// error below 1 / (n p (1 - p)).
TEST(DroppedUnits, OfTheLargestLayerNeitherOverflowNorVanish) {
  constexpr Index units = 1'000'000;
  for (const double p_drop : {1e-3, 0.2, 0.8, 0.999}) {
    const Vector distribution = dropped_units_distribution(units, p_drop);
    EXPECT_NEAR(distribution.sum(), 1, 1e-12);
    const double variance = units * p_drop * (1 - p_drop);
    const auto mode = static_cast<Index>(std::lround(units * p_drop));
    EXPECT_NEAR(distribution(mode) * std::sqrt(2 * M_PI * variance), 1, 1 / variance);
  }
}

TEST(DroppedUnits, AreAllKeptOrAllDroppedAtTheEndsOfPDrop) {
  EXPECT_TRUE(same(dropped_units_distribution(3, 0), Vector{{1, 0, 0, 0}}));
  EXPECT_TRUE(near(dropped_units_distribution(3, 5e-324), Vector{{1, 0, 0, 0}}, 1e-15));
  EXPECT_TRUE(
      near(dropped_units_distribution(3, std::nextafter(1, 0)), Vector{{0, 0, 0, 1}}, 1e-15));
}

TEST(DroppedUnits, AreAllDroppedWithProbabilityPDropToThePowerOfUnits) {
  EXPECT_NEAR(std::pow(10, log10_all_dropped(4, 0.5)), 0.0625, 1e-16);
  EXPECT_NEAR(std::pow(10, log10_all_dropped(100, 0.5)) / 7.888609052210118e-31, 1, 1e-12);
  EXPECT_NEAR(log10_all_dropped(1000, 0.2), -698.9700043360188, 1e-11);
  EXPECT_EQ(log10_all_dropped(0, 0.2), 0);
  EXPECT_EQ(log10_all_dropped(0, 0), 0);
  EXPECT_EQ(log10_all_dropped(3, 0), -infinity);
}

using DroppedUnitsOfSamples = EachGeneratorAndPDrop;

// Pearson's chi-square over the counts of 100,000 rows, in bins of at least 5 expected rows. Its
// quantile at probability 1 - 1e-5 follows from the normal one, 4.265, by Wilson & Hilferty (1931):
// chi²/f has a cube root that is nearly normal with mean 1 - 2/(9 f) and variance 2/(9 f).
TEST_P(DroppedUnitsOfSamples, FollowTheBinomialDistribution) {
  constexpr Index rows = 100'000;
  constexpr Index units = 12;
  RandomStream stream = seeded_stream(generator(), 2014);
  const Counts counts = dropped_unit_counts(sample_keep_mask(stream, p_drop(), rows, units));
  const Vector expected = rows * dropped_units_distribution(units, p_drop());

  double chi_square = 0;
  int bins = 0;
  double observed_in_bin = 0;
  double expected_in_bin = 0;
  double expected_above = rows;
  for (Index k = 0; k <= units; ++k) {
    observed_in_bin += static_cast<double>(counts(k));
    expected_in_bin += expected(k);
    expected_above -= expected(k);
    if (expected_in_bin < 5 || (expected_above < 5 && k < units)) continue;
    chi_square += std::pow(observed_in_bin - expected_in_bin, 2) / expected_in_bin;
    ++bins;
    observed_in_bin = expected_in_bin = 0;
  }
  EXPECT_EQ(observed_in_bin, 0);
  const double freedom = bins - 1;
  const double spread = 2 / (9 * freedom);
  EXPECT_GE(freedom, 5);
  EXPECT_LT(chi_square, freedom * std::pow(1 - spread + 4.265 * std::sqrt(spread), 3));
}

INSTANTIATE_TEST_SUITE_P(, DroppedUnitsOfSamples, ::testing::Combine(generators, p_drops),
                         generator_and_percent);

}  // namespace
}  // namespace dropout
