#include "dropout/data/digits.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <vector>

#include "support.h"

namespace dropout {
namespace {

std::vector<std::uint8_t> file() {
  std::ifstream stream(DIGITS_FILE, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
  return {bytes.begin(), bytes.end()};
}

// Properties of the data set, as its documentation and scikit-learn's copy have them.
TEST(Digits, AreThoseOfTheDataSet) {
  const ClassSamples digits = unpack_digits(file());
  EXPECT_EQ(digits.inputs.rows(), 1797);
  EXPECT_EQ(digits.inputs.cols(), 64);
  Vector counts = Vector::Zero(10);
  for (const Index label : digits.classes) counts(label) += 1;
  EXPECT_TRUE(same(counts, Vector{{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}}));
  EXPECT_EQ(digits.inputs.sum() * 16, 561718);
  const Vector first{{0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0}};
  EXPECT_TRUE(same(Vector(digits.inputs.row(0).head(16) * 16), first));
  EXPECT_EQ(digits.classes[0], 0);
  EXPECT_EQ(digits.classes[1796], 8);
}

TEST(Digits, AreUnpackedFromTheLowestBits) {
  std::vector<std::uint8_t> bytes(41);
  bytes[0] = 0b001'10000;  // 16, then the lower bits of 9
  bytes[1] = 0b0'00000'01;
  bytes[39] = 0b00111'000;  // the last pixel, 7
  bytes[40] = 9;
  const ClassSamples digit = unpack_digits(bytes);
  Matrix expected = Matrix::Zero(1, 64);
  expected(0) = 1;
  expected(1) = 9.0 / 16;
  expected(63) = 7.0 / 16;
  EXPECT_TRUE(same(digit.inputs, expected));
  EXPECT_EQ(digit.classes, std::vector<Index>{9});
}

TEST(Digits, OfNothingAreNone) { EXPECT_EQ(unpack_digits({}).inputs.rows(), 0); }

TEST(Digits, RefusesWhatIsNone) {
  std::vector<std::uint8_t> bytes(82);
  expect_refused([&] { unpack_digits(std::span(bytes).first(81)); },
                 "digits: 81 bytes, but each digit takes 41");
  bytes[81] = 10;
  expect_refused([&] { unpack_digits(bytes); },
                 "digits[1]: a label must be a whole number from 0 to 9, got 10");
  bytes[0] = 17;
  expect_refused([&] { unpack_digits(bytes); },
                 "digits[0]: a pixel must be a whole number from 0 to 16, got 17");
}

}  // namespace
}  // namespace dropout
