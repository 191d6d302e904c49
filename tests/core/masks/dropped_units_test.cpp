#include "dropout/masks/dropped_units.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "dropout/masks/keep_mask.h"
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

TEST(DroppedUnits, AreOfMasksOfZerosAndOnes) {
  expect_refused([] { dropped_unit_counts(KeepMask{{1, 0}, {1, 200}}); },
                 "keep_mask[1][1] must be 1 (keep) or 0 (drop), got 200");
  expect_refused([] { apply_keep_mask(Matrix{{1, 2}}, KeepMask{{2, 1}}, 0.2); },
                 "keep_mask[0][0] must be 1 (keep) or 0 (drop), got 2");
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

TEST(DroppedUnits, OfMoreThanAByteCanCount) {
  KeepMask mask = KeepMask::Ones(3, 1000);
  mask.row(1).setZero();
  mask.row(2).tail(300).setZero();
  const Counts counts = dropped_unit_counts(mask);
  EXPECT_EQ(counts(0), 1);
  EXPECT_EQ(counts(1000), 1);
  EXPECT_EQ(counts(300), 1);
}

TEST(DroppedUnits, AreAllDroppedWithAProbabilityThatMayUnderflow) {
  RandomStream stream = seeded_stream(Generator::torch, 5);
  const DroppedUnits some = dropped_units(stream, 0.2, 300, 10);
  EXPECT_NEAR(some.probability_all_dropped / 2.037035976334486e-210, 1, 1e-12);
  const DroppedUnits all = dropped_units(stream, 0.2, 1000, 10);
  EXPECT_EQ(all.probability_all_dropped, 0);
  EXPECT_NEAR(all.log10_probability_all_dropped, -698.9700043360188, 1e-11);
  EXPECT_EQ(all.none_kept, 0);
  const DroppedUnits rare = dropped_units(stream, 1e-300, 2, 10);
  EXPECT_EQ(rare.probability_all_dropped, 0);
  EXPECT_NEAR(rare.log10_probability_all_dropped, -600, 1e-10);
  EXPECT_TRUE(same(rare.counts, Counts{{10, 0, 0}}));
}

TEST(DroppedUnits, AreNoneAtPDrop0) {
  for (const Generator generator : {Generator::torch_intel, Generator::torch, Generator::numpy}) {
    RandomStream stream = seeded_stream(generator, 5);
    const DroppedUnits result = dropped_units(stream, 0, 2, 100'000);
    EXPECT_TRUE(same(result.counts, Counts{{100'000, 0, 0}}));
    EXPECT_EQ(result.spread->largest, 0);
    EXPECT_EQ(result.probability_all_dropped, 0);
    EXPECT_EQ(result.log10_probability_all_dropped, -infinity);
  }
}

TEST(DroppedUnits, TakeMinus0As0) {
  for (const Index units : {1, 2, 5}) {
    EXPECT_TRUE(
        same(dropped_units_distribution(units, -0.0), dropped_units_distribution(units, 0)));
    RandomStream stream = seeded_stream(Generator::torch, 1);
    const DroppedUnits result = dropped_units(stream, -0.0, units, 3);
    EXPECT_EQ(result.probability_all_dropped, 0);
    EXPECT_FALSE(std::signbit(result.probability_all_dropped));
  }
}

TEST(DroppedUnits, AreRefusedInOtherNumbers) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  expect_refused([&] { dropped_units(stream, nan, 2, 1); }, "p_drop must be in [0, 1], got NaN");
  expect_refused([&] { dropped_units(stream, 0.2, 0, 1); },
                 "units must be a whole number from 1 to 4096, got 0");
  expect_refused([&] { dropped_units(stream, 0.2, 4097, 1); },
                 "units must be a whole number from 1 to 4096, got 4097");
  expect_refused([&] { dropped_units(stream, 0.2, 2, -1); },
                 "trials must be a whole number from 0 to 100000, got -1");
  expect_refused([&] { dropped_units(stream, 0.2, 2, 100'001); },
                 "trials must be a whole number from 0 to 100000, got 100001");
  EXPECT_EQ(stream.engine, seeded_stream(Generator::torch, 1).engine);
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

// From less than a row of 32 kB to several blocks of rows, the last one not full, and from an odd
// number of draws on.
TEST_P(DroppedUnitsOfSamples, AreThoseOfOneMaskOfAllTrials) {
  for (const auto& [units, trials] : {std::pair<Index, Index>{1, 1},
                                      {1, 70'000},
                                      {7, 10'000},
                                      {256, 300},
                                      {1000, 1},
                                      {1024, 100},
                                      {4096, 50}}) {
    RandomStream stream = seeded_stream(generator(), 12);
    uniform_float32(stream);
    RandomStream same_stream = stream;
    const DroppedUnits result = dropped_units(stream, p_drop(), units, trials);
    const KeepMask mask = sample_keep_mask(same_stream, p_drop(), trials, units);
    const Eigen::Matrix<Index, Eigen::Dynamic, 1> dropped =
        units - mask.cast<Index>().rowwise().sum().array();
    ASSERT_TRUE(result.spread);
    EXPECT_TRUE(same(result.counts, dropped_unit_counts(mask)));
    EXPECT_EQ(result.spread->smallest, dropped.minCoeff());
    EXPECT_EQ(result.spread->largest, dropped.maxCoeff());
    EXPECT_NEAR(result.spread->mean, dropped.cast<double>().mean(), 1e-12);
    EXPECT_EQ(result.none_kept, (dropped.array() == units).count());
    EXPECT_EQ(stream.engine, same_stream.engine);
  }
}

// The numbers of n units and N trials have variance n p (1 - p), their mean that divided by N:
// beyond 5 of its square roots lies one of 1.7 million.
TEST_P(DroppedUnitsOfSamples, AreOnAverageUnitsTimesPDrop) {
  constexpr Index units = 100;
  constexpr Index trials = 10'000;
  RandomStream stream = seeded_stream(generator(), 2014);
  const DroppedUnits result = dropped_units(stream, p_drop(), units, trials);
  EXPECT_NEAR(result.spread->mean, units * p_drop(),
              5 * std::sqrt(units * p_drop() * (1 - p_drop()) / trials));
  EXPECT_TRUE(same(result.binomial, dropped_units_distribution(units, p_drop())));
}

// Of 1 unit, the share of masks that drop it has variance p (1 - p) / N.
TEST_P(DroppedUnitsOfSamples, OfOneUnitAreAllOfIt) {
  constexpr Index trials = 100'000;
  RandomStream stream = seeded_stream(generator(), 2014);
  const DroppedUnits result = dropped_units(stream, p_drop(), 1, trials);
  EXPECT_NEAR(static_cast<double>(result.none_kept) / trials, p_drop(),
              5 * std::sqrt(p_drop() * (1 - p_drop()) / trials));
  EXPECT_TRUE(near(result.binomial, Vector{{1 - p_drop(), p_drop()}}, 1e-15));
  EXPECT_EQ(result.probability_all_dropped, p_drop());
  EXPECT_NEAR(result.log10_probability_all_dropped, std::log10(p_drop()), 1e-15);
}

TEST_P(DroppedUnitsOfSamples, OfNoTrialsAreNone) {
  RandomStream stream = seeded_stream(generator(), 5);
  const DroppedUnits result = dropped_units(stream, p_drop(), 3, 0);
  EXPECT_TRUE(same(result.counts, Counts{{0, 0, 0, 0}}));
  EXPECT_FALSE(result.spread);
  EXPECT_EQ(result.none_kept, 0);
  EXPECT_NEAR(result.binomial.sum(), 1, 1e-15);
  EXPECT_EQ(stream.engine, seeded_stream(generator(), 5).engine);
}

INSTANTIATE_TEST_SUITE_P(, DroppedUnitsOfSamples, ::testing::Combine(generators, p_drops),
                         generator_and_percent);

}  // namespace
}  // namespace dropout
