#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

#include "dropout/validation.h"
#include "refusal.h"

namespace dropout {
namespace {

[[noreturn]] void refuse_seed(Generator generator, std::string_view given) {
  const std::string_view range = generator == Generator::numpy
                                     ? "0 to 4294967295 for NumPy"
                                     : "-9223372036854775808 to 18446744073709551615";
  refuse("seed", " must be a whole number from ", range, ", got ", given);
}

Seed checked(Generator generator, Seed seed) {
  check_seed(generator, seed);
  return seed;
}

template <std::integral Integer>
std::optional<Seed> parsed(std::string_view digits) {
  Integer value = 0;
  const char* end = digits.data() + digits.size();
  const auto [next, problem] = std::from_chars(digits.data(), end, value);
  if (problem != std::errc() || next != end) return std::nullopt;
  return value;
}

}  // namespace

void check_seed(Generator generator, Seed seed) {
  if (generator != Generator::numpy) return;
  if (seed.is_negative()) {
    refuse_seed(generator, std::to_string(static_cast<std::int64_t>(seed.bits())));
  }
  if (seed.bits() > 0xffff'ffffU) refuse_seed(generator, std::to_string(seed.bits()));
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
           text(number));
  }
  refuse_seed(generator, text(number));
}

Seed seed_from_digits(Generator generator, std::string_view digits) {
  const std::optional<Seed> seed =
      digits.starts_with('-') ? parsed<std::int64_t>(digits) : parsed<std::uint64_t>(digits);
  if (!seed) refuse_seed(generator, shortened(digits));
  return checked(generator, *seed);
}

}  // namespace dropout
