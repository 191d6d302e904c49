#include "dropout/data/digits.h"

#include <cstddef>
#include <string_view>

#include "support/refusal.h"

namespace dropout {
namespace {

void check_digits_size(std::size_t bytes, std::size_t bytes_per_digit) {
  if (bytes % bytes_per_digit != 0) {
    refuse("digits", ": ", count_of(static_cast<Index>(bytes), "byte"), ", but each digit takes ",
           bytes_per_digit);
  }
}

void check_digit(std::size_t digit, std::string_view what, Index value, Index highest) {
  if (value > highest) {
    check_count(value, 0, highest, indexed("digits", digit), concatenated(": a ", what));
  }
}

constexpr std::size_t pixels = 64;
constexpr std::size_t bits = 5;
constexpr std::size_t bytes_per_digit = pixels * bits / 8 + 1;

Index pixel(std::span<const std::uint8_t> digit, std::size_t index) {
  const std::size_t first_bit = index * bits;
  // The last pixel ends where the label begins, so that there is a next byte for all.
  const std::uint32_t both = digit[first_bit / 8] | (std::uint32_t{digit[first_bit / 8 + 1]} << 8);
  return static_cast<Index>((both >> (first_bit % 8)) & ((1U << bits) - 1));
}

}  // namespace

ClassSamples unpack_digits(std::span<const std::uint8_t> bytes) {
  check_digits_size(bytes.size(), bytes_per_digit);
  const std::size_t digits = bytes.size() / bytes_per_digit;
  ClassSamples result{Matrix(static_cast<Index>(digits), pixels), {}};
  for (std::size_t d = 0; d < digits; ++d) {
    const auto digit = bytes.subspan(d * bytes_per_digit, bytes_per_digit);
    for (std::size_t i = 0; i < pixels; ++i) {
      const Index value = pixel(digit, i);
      check_digit(d, "pixel", value, 16);
      result.inputs(static_cast<Index>(d), static_cast<Index>(i)) = static_cast<double>(value) / 16;
    }
    check_digit(d, "label", digit.back(), 9);
    result.classes.push_back(digit.back());
  }
  return result;
}

}  // namespace dropout
