#include "support/number_text.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

namespace dropout {
namespace {

// What number_text is to be, by the C library.
std::string printed(double value) {
  const bool is_whole = value == std::trunc(value) && std::abs(value) < 1e17;
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), is_whole ? "%.0f" : "%.6g", value);
  if (std::strtod(buffer.data(), nullptr) != value) {
    std::snprintf(buffer.data(), buffer.size(), "%.17g", value);
  }
  return buffer.data();
}

TEST(NumberText, IsWhatTheCLibraryPrints) {
  using Limits = std::numeric_limits<double>;
  for (const double value : {0.0,
                             1.0,
                             0.1,
                             0.5,
                             1.5,
                             2.0 / 3,
                             1e-4,
                             1e-5,
                             123456.0,
                             1234567.0,
                             123456.5,
                             1234567.5,
                             0.99999951,
                             999999.5,
                             9999995.0,
                             1e16,
                             99999999999999984.0,
                             1e17,
                             1e22,
                             1e23,
                             1e300,
                             Limits::max(),
                             Limits::min(),
                             Limits::denorm_min(),
                             std::nextafter(Limits::min(), 0.0),
                             std::nextafter(1.0, 0.0),
                             std::nextafter(1.0, 2.0),
                             0x1p-1022,
                             0x1p60,
                             0x1p100,
                             0x1p-60,
                             1e-300,
                             5e-324,
                             2.5,
                             1000000.5,
                             0.000123456789}) {
    EXPECT_EQ(number_text(value), printed(value));
    EXPECT_EQ(number_text(-value), printed(-value));
  }
}

TEST(NumberText, IsWhatTheCLibraryPrintsOfAnyBits) {
  std::mt19937_64 engine(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t bits = engine();
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    if (std::isfinite(value)) {
      ASSERT_EQ(number_text(value), printed(value));
    }
  }
}

// Six digits and their neighbours: the ones that decide whether six are enough.
TEST(NumberText, IsWhatTheCLibraryPrintsNextToSixDigits) {
  std::mt19937_64 engine(2);
  for (int i = 0; i < 5'000; ++i) {
    const double digits = 100'000 + static_cast<double>(engine() % 900'000);
    const double value = digits * std::pow(10.0, static_cast<double>(engine() % 40) - 25);
    for (const double near :
         {value, std::nextafter(value, 0.0), std::nextafter(value, 1e300), value * 1.000005}) {
      ASSERT_EQ(number_text(near), printed(near));
    }
  }
}

// 2^k, above which neighbours are twice as far as below.
TEST(NumberText, IsWhatTheCLibraryPrintsOfPowersOfTwo) {
  for (int power = -1074; power < 1024; ++power) {
    const double value = std::ldexp(1.0, power);
    ASSERT_EQ(number_text(value), printed(value));
    ASSERT_EQ(number_text(std::nextafter(value, 0.0)), printed(std::nextafter(value, 0.0)));
  }
}

}  // namespace
}  // namespace dropout
