#include "dropout/random/die_rolls.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support.h"

namespace dropout {
namespace {

class DieRollsOf : public ::testing::TestWithParam<Generator> {};

TEST_P(DieRollsOf, AreOneMoreThanTheFloorOfSidesTimesAUniform) {
  for (const Index sides : {2, 6, 7, 100}) {
    RandomStream stream = seeded_stream(GetParam(), 3);
    RandomStream same_stream = stream;
    const DieRolls result = die_rolls(stream, sides, 1000);
    ASSERT_EQ(result.rolls.size(), 1000);
    ASSERT_EQ(result.running_mean.size(), 1000);
    for (Index k = 0; k < 1000; ++k) {
      const double uniform = uniform_float64(same_stream);
      ASSERT_EQ(result.rolls(k), 1 + std::floor(static_cast<double>(sides) * uniform));
      ASSERT_EQ(result.running_mean(k), result.rolls.head(k + 1).mean());
    }
    EXPECT_EQ(stream.engine, same_stream.engine);
    EXPECT_EQ(result.expected, static_cast<double>(sides + 1) / 2);
  }
}

// Of n rolls, the share of one side is nearly normal with variance (1 / s) (1 - 1 / s) / n, and the
// mean of all with variance (s² - 1) / 12 n. Beyond 5 standard deviations lies one of 1.7 million.
TEST_P(DieRollsOf, HaveEverySideEquallyOften) {
  constexpr Index rolls = 100'000;
  for (const Index sides : {2, 6, 20}) {
    RandomStream stream = seeded_stream(GetParam(), 2014);
    const DieRolls result = die_rolls(stream, sides, rolls);
    const double share = 1 / static_cast<double>(sides);
    for (Index side = 1; side <= sides; ++side) {
      const auto count = (result.rolls.array() == static_cast<double>(side)).count();
      EXPECT_NEAR(static_cast<double>(count) / rolls, share,
                  5 * std::sqrt(share * (1 - share) / rolls));
    }
    const double variance = static_cast<double>(sides * sides - 1) / 12;
    EXPECT_NEAR(result.running_mean(rolls - 1), result.expected, 5 * std::sqrt(variance / rolls));
  }
}

INSTANTIATE_TEST_SUITE_P(, DieRollsOf, generators);

// The largest uniform_float64.
TEST(DieRolls, NeverExceedTheNumberOfSides) {
  for (int sides = 2; sides <= 100; ++sides) EXPECT_LT(sides * (1 - 0x1p-53), sides);
}

TEST(DieRolls, AreRefusedInOtherNumbers) {
  RandomStream stream = seeded_stream(Generator::numpy, 1);
  expect_refused([&] { die_rolls(stream, 1, 1); },
                 "sides must be a whole number from 2 to 100, got 1");
  expect_refused([&] { die_rolls(stream, 101, 1); },
                 "sides must be a whole number from 2 to 100, got 101");
  expect_refused([&] { die_rolls(stream, 6, 0); },
                 "rolls must be a whole number from 1 to 100000, got 0");
  expect_refused([&] { die_rolls(stream, 6, 100'001); },
                 "rolls must be a whole number from 1 to 100000, got 100001");
  EXPECT_EQ(stream.engine, seeded_stream(Generator::numpy, 1).engine);
  EXPECT_EQ(die_rolls(stream, 2, 1).rolls.size(), 1);
}

}  // namespace
}  // namespace dropout
