#include "dropout/random/seed.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "dropout/random/random_stream.h"
#include "support.h"

namespace dropout {
namespace {

constexpr auto torch_generators = {Generator::torch, Generator::torch_intel};
const std::string torch_range =
    "seed must be a whole number from -9223372036854775808 to 18446744073709551615, got ";
const std::string numpy_range = "seed must be a whole number from 0 to 4294967295 for NumPy, got ";

TEST(Seed, KeepsEveryIntegerInTwosComplement) {
  EXPECT_EQ(Seed(-1).bits(), 0xffff'ffff'ffff'ffffU);
  EXPECT_EQ(Seed(std::int8_t{-1}).bits(), 0xffff'ffff'ffff'ffffU);
  EXPECT_EQ(Seed(0xffff'ffffU).bits(), 0xffff'ffffU);
  EXPECT_EQ(Seed(std::numeric_limits<std::int64_t>::min()).bits(), 1ULL << 63);
  EXPECT_TRUE(Seed(-1).is_negative());
  EXPECT_FALSE(Seed(0).is_negative());
  EXPECT_FALSE(Seed(std::numeric_limits<std::uint64_t>::max()).is_negative());
}

TEST(Seed, OfANumberIsExact) {
  for (const Generator generator : torch_generators) {
    const auto bits = [=](double number) { return seed_from_number(generator, number).bits(); };
    EXPECT_EQ(bits(0), 0U);
    EXPECT_EQ(bits(-0.0), 0U);
    EXPECT_EQ(bits(-1), Seed(-1).bits());
    EXPECT_EQ(bits(0x1p53 - 1), (1ULL << 53) - 1);
    EXPECT_EQ(bits(1 - 0x1p53), Seed(1 - (1LL << 53)).bits());
  }
  EXPECT_EQ(seed_from_number(Generator::numpy, 4294967295).bits(), 4294967295U);
}

TEST(Seed, OfANumberThatIsNotExactIsRefused) {
  const auto refused = [](double number, const std::string& printed) {
    for (const Generator generator : torch_generators) {
      expect_refused([=] { seed_from_number(generator, number); },
                     "seed must be a BigInt, such as 12345678901234567890n, below "
                     "-9007199254740991 or above 9007199254740991, got the number " +
                         printed);
    }
  };
  refused(0x1p53, "9007199254740992");
  refused(-0x1p53, "-9007199254740992");
  refused(-0x1p63, "-9.2233720368547758e+18");
  refused(std::nextafter(0x1p64, 0), "1.844674407370955e+19");
}

TEST(Seed, OfANumberThatNoGeneratorTakesIsRefused) {
  const auto refused = [](double number, const std::string& printed) {
    for (const Generator generator : torch_generators) {
      expect_refused([=] { seed_from_number(generator, number); }, torch_range + printed);
    }
    expect_refused([=] { seed_from_number(Generator::numpy, number); }, numpy_range + printed);
  };
  refused(nan, "NaN");
  refused(infinity, "Infinity");
  refused(-infinity, "-Infinity");
  refused(0.5, "0.5");
  refused(1e-300, "1e-300");
  refused(1 - 0x1p-53, "0.99999999999999989");
  refused(0x1p64, "1.8446744073709552e+19");
  refused(std::nextafter(-0x1p63, -infinity), "-9.2233720368547779e+18");
}

TEST(Seed, OfANumberIsRefusedByNumpysRangeWhereNumpyDraws) {
  const auto refused = [](double number, const std::string& printed) {
    expect_refused([=] { seed_from_number(Generator::numpy, number); }, numpy_range + printed);
  };
  refused(-1, "-1");
  refused(4294967296, "4294967296");
  refused(0x1p53, "9007199254740992");
}

TEST(Seed, OfDigitsHas64Bits) {
  for (const Generator generator : torch_generators) {
    const auto seed = [=](const char* digits) { return seed_from_digits(generator, digits); };
    EXPECT_EQ(seed("0").bits(), 0U);
    EXPECT_EQ(seed("12345678901234567890").bits(), 12345678901234567890U);
    EXPECT_EQ(seed("18446744073709551615").bits(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(seed("-9223372036854775808").bits(), 1ULL << 63);
    EXPECT_TRUE(seed("-1").is_negative());
  }
  EXPECT_EQ(seed_from_digits(Generator::numpy, "4294967295").bits(), 4294967295U);
}

TEST(Seed, OfDigitsBeyondTheRangeIsRefused) {
  const auto refused = [](const std::string& digits, const std::string& printed) {
    for (const Generator generator : torch_generators) {
      expect_refused([=] { seed_from_digits(generator, digits); }, torch_range + printed);
    }
    expect_refused([=] { seed_from_digits(Generator::numpy, digits); }, numpy_range + printed);
  };
  for (const std::string digits : {"18446744073709551616", "-9223372036854775809", "", "-", "1.5",
                                   "1e3", " 1", "1 ", "+1", "0x1"}) {
    refused(digits, digits);
  }
  refused("1" + std::string(10'000, '0'), "1" + std::string(39, '0') + "…");
  expect_refused([] { seed_from_digits(Generator::numpy, "4294967296"); },
                 numpy_range + "4294967296");
  expect_refused([] { seed_from_digits(Generator::numpy, "-1"); }, numpy_range + "-1");
  expect_refused([] { seed_from_digits(Generator::numpy, "18446744073709551615"); },
                 numpy_range + "18446744073709551615");
}

}  // namespace
}  // namespace dropout
