#include "dropout/random/mersenne_twister.h"

#include <gtest/gtest.h>

#include <random>

namespace dropout {
namespace {

TEST(MersenneTwister, DrawsTheNumbersOfTheStandardOne) {
  for (const std::uint32_t seed : {0U, 1U, 5489U, 0x8000'0000U, 0xffff'ffffU}) {
    MersenneTwister twister(seed);
    std::mt19937 standard(seed);
    for (int i = 0; i < 10'000; ++i) ASSERT_EQ(twister(), standard()) << seed << ", draw " << i;
  }
}

// The C++ standard prescribes it, [rand.predef].
TEST(MersenneTwister, DrawsThePrescribedTenThousandth) {
  MersenneTwister twister(5489);
  for (int i = 1; i < 10'000; ++i) twister();
  EXPECT_EQ(twister(), 4'123'659'995U);
}

TEST(MersenneTwister, ShowsWhatItDrawsNext) {
  MersenneTwister twister(7);
  EXPECT_TRUE(twister.buffered().empty());
  twister();
  ASSERT_EQ(twister.buffered().size(), 623U);
  MersenneTwister discarding = twister;
  for (const std::uint32_t made : discarding.buffered()) EXPECT_EQ(twister(), made);
  discarding.discard(623);
  EXPECT_EQ(discarding, twister);
  EXPECT_EQ(discarding(), twister());
}

TEST(MersenneTwister, EqualsThatOfTheSameSeedAndDraws) {
  MersenneTwister twister(7);
  MersenneTwister same = twister;
  EXPECT_EQ(twister, MersenneTwister(7));
  EXPECT_NE(twister, MersenneTwister(8));
  twister();
  EXPECT_NE(twister, same);
  same();
  EXPECT_EQ(twister, same);
}

}  // namespace
}  // namespace dropout
