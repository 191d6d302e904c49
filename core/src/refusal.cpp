#include "refusal.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace dropout {

std::string text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  const bool is_whole = value == std::trunc(value) && std::abs(value) < 1e17;
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), is_whole ? "%.0f" : "%.6g", value);
  // Rounding must not turn a refused value into one that is allowed, as 1 - 1e-17 into 1.
  if (std::strtod(buffer.data(), nullptr) != value) {
    std::snprintf(buffer.data(), buffer.size(), "%.17g", value);
  }
  return buffer.data();
}

std::string count_of(Index count, std::string_view singular) {
  return joined(count, " ", singular, count == 1 ? "" : "s");
}

std::string indexed(std::string_view name, std::size_t index) {
  return joined(name, "[", index, "]");
}

void check_count(Index count, Index lowest, Index highest, std::string_view field,
                 std::string_view what) {
  if (count < lowest || count > highest) {
    refuse(field, what, " must be a whole number from ", lowest, " to ", highest, ", got ", count);
  }
}

}  // namespace dropout
