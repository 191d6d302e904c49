#include "support/number_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/refusal.h"

namespace dropout {
namespace {

// 0.d1 d2 d3 … times 10^exponent, without zeros at either end.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

constexpr std::uint64_t limb = 1'000'000'000;
constexpr std::size_t limb_digits = 9;

// Without zeros at the ends of `digits`, the first of which stands for a power of `exponent` - 1.
Decimal trimmed(std::string digits, int exponent) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, first);
  digits.erase(digits.find_last_not_of('0') + 1);
  return {std::move(digits), exponent - static_cast<int>(first)};
}

// whole 2^power, exactly: where the power is negative, that is whole 5^-power / 10^-power.
Decimal exact_decimal(std::uint64_t whole, int power) {
  std::vector<std::uint64_t> limbs{whole % limb, whole / limb % limb, whole / limb / limb};
  const std::uint64_t factor = power < 0 ? 5 : 2;
  for (int i = 0; i < std::abs(power); ++i) {
    std::uint64_t carry = 0;
    for (std::uint64_t& each : limbs) {
      const std::uint64_t product = each * factor + carry;
      each = product % limb;
      carry = product / limb;
    }
    if (carry > 0) limbs.push_back(carry);
  }
  std::string digits;
  for (std::size_t i = limbs.size(); i-- > 0;) {
    const std::string some = std::to_string(limbs[i]);
    digits.append(limb_digits - some.size(), '0').append(some);
  }
  const int all = static_cast<int>(digits.size());
  return trimmed(std::move(digits), all + std::min(power, 0));
}

// To `count` digits at the most, half to even.
Decimal rounded(const Decimal& exact, std::size_t count) {
  if (exact.digits.size() <= count) return exact;
  std::string digits(1, '0');
  digits.append(exact.digits, 0, count);
  const std::string rest = exact.digits.substr(count);
  const bool is_odd = (digits.back() - '0') % 2 != 0;
  if (rest > "5" || (rest == "5" && is_odd)) {
    std::size_t i = digits.size() - 1;
    while (digits[i] == '9') digits[i--] = '0';
    ++digits[i];
  }
  return trimmed(std::move(digits), exact.exponent + 1);
}

bool is_less(const Decimal& a, const Decimal& b) {
  return a.exponent != b.exponent ? a.exponent < b.exponent : a.digits < b.digits;
}

// As printf writes them with %g: with a power of ten where there are more zeros than digits.
std::string written(const Decimal& decimal, int max_digits) {
  const auto count = static_cast<int>(decimal.digits.size());
  const int power = decimal.exponent - 1;
  const auto point = [&](int place) {
    const auto whole = static_cast<std::size_t>(place);
    return concatenated(decimal.digits.substr(0, whole), ".", decimal.digits.substr(whole));
  };
  const auto zeros = [](int size) { return std::string(static_cast<std::size_t>(size), '0'); };
  if (power < -4 || power >= max_digits) {
    const int size = std::abs(power);
    return concatenated(count > 1 ? point(1) : decimal.digits, power < 0 ? "e-" : "e+",
                        size < 10 ? "0" : "", size);
  }
  if (power < 0) return concatenated("0.", zeros(-decimal.exponent), decimal.digits);
  if (count <= decimal.exponent)
    return concatenated(decimal.digits, zeros(decimal.exponent - count));
  return point(decimal.exponent);
}

}  // namespace

std::string number_text(double value) {
  const std::string_view sign = std::signbit(value) ? "-" : "";
  if (value == 0) return concatenated(sign, "0");
  int power = 0;
  const double fraction = std::frexp(std::abs(value), &power);
  // Subnormal numbers have fewer bits than 53.
  const int bits = std::min(53, power + 1074);
  const auto whole = static_cast<std::uint64_t>(std::ldexp(fraction, bits));
  power -= bits;

  const Decimal exact = exact_decimal(whole, power);
  constexpr int max_whole_digits = 17;
  if (exact.exponent <= max_whole_digits &&
      static_cast<int>(exact.digits.size()) <= exact.exponent) {
    return concatenated(sign, written(exact, max_whole_digits));
  }
  // A number is read as the float64 that it is closest to: between the middles to both neighbours,
  // of which the lower is closer below a power of two. The middles themselves go to even.
  const Decimal six = rounded(exact, 6);
  const bool is_power_of_two = whole == std::uint64_t{1} << 52;
  const Decimal low = is_power_of_two ? exact_decimal(4 * whole - 1, power - 2)
                                      : exact_decimal(2 * whole - 1, power - 1);
  const Decimal high = exact_decimal(2 * whole + 1, power - 1);
  const bool is_even = whole % 2 == 0;
  const bool is_read_back =
      is_even ? !is_less(six, low) && !is_less(high, six) : is_less(low, six) && is_less(six, high);
  return concatenated(sign, is_read_back ? written(six, 6) : written(rounded(exact, 17), 17));
}

}  // namespace dropout
