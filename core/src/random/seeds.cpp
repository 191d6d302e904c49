#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "dropout/random/random_stream.h"
#include "support/refusal.h"

namespace dropout {
namespace {

[[noreturn]] void refuse_seed(Generator generator, std::string_view given) {
  const std::string_view range = generator == Generator::numpy
                                     ? "0 to 4294967295 for NumPy"
                                     : "-9223372036854775808 to 18446744073709551615";
  refuse("seed", " must be a whole number from ", range, ", got ", given);
}

void check_seed(Generator generator, Seed seed) {
  if (generator != Generator::numpy) return;
  if (seed.is_negative()) {
    refuse_seed(generator, std::to_string(static_cast<std::int64_t>(seed.bits())));
  }
  if (seed.bits() > 0xffff'ffffU) refuse_seed(generator, std::to_string(seed.bits()));
}

Seed checked(Generator generator, Seed seed) {
  check_seed(generator, seed);
  return seed;
}

// std::from_chars would do the same with 400 bytes more to download (gzipped).
std::optional<std::uint64_t> parsed(std::string_view digits) {
  constexpr std::uint64_t highest = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = 0;
  for (const char digit : digits) {
    const auto next = static_cast<std::uint64_t>(digit) - '0';
    if (next > 9 || value > (highest - next) / 10) return std::nullopt;
    value = 10 * value + next;
  }
  return digits.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

RandomStream seeded_stream(Generator generator, Seed seed) {
  check_seed(generator, seed);
  return {generator, MersenneTwister(static_cast<std::uint32_t>(seed.bits()))};
}

Seed seed_from_number(Generator generator, double number) {
  const bool is_whole = number == std::trunc(number);
  if (is_whole && std::abs(number) < 0x1p53) {
    return checked(generator, static_cast<std::int64_t>(number));
  }
  // From 2^53 on, a float64 may be a neighbour of the number that was meant.
  if (is_whole && number >= -0x1p63 && number < 0x1p64 && generator != Generator::numpy) {
    refuse("seed",
           " must be a BigInt, such as 12345678901234567890n, below -9007199254740991 or above "
           "9007199254740991, got the number ",
           to_text(number));
  }
  refuse_seed(generator, to_text(number));
}

Seed seed_from_digits(Generator generator, std::string_view digits) {
  const bool is_negative = digits.starts_with('-');
  const std::optional<std::uint64_t> size = parsed(digits.substr(is_negative ? 1 : 0));
  if (!size || (is_negative && *size > 1ULL << 63)) refuse_seed(generator, shortened(digits));
  if (is_negative) return checked(generator, static_cast<std::int64_t>(0 - *size));
  return checked(generator, *size);
}

}  // namespace dropout
