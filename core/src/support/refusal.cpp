#include "support/refusal.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/number_text.h"

namespace dropout {

std::string to_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  return number_text(value);
}

std::string count_of(Index count, std::string_view singular) {
  return concatenated(count, " ", singular, count == 1 ? "" : "s");
}

std::string indexed(std::string_view name, std::size_t index) {
  return concatenated(name, "[", index, "]");
}

std::string whole_from(std::uint64_t lowest, std::uint64_t highest) {
  if (lowest == highest) return concatenated(lowest);
  return concatenated("a whole number from ", lowest, " to ", highest);
}

std::string shortened(std::string_view content) {
  std::size_t end = std::min<std::size_t>(content.size(), 40);
  // Not between the bytes of one UTF-8 character.
  while (end < content.size() && (static_cast<unsigned char>(content[end]) & 0xC0) == 0x80) --end;
  return concatenated(content.substr(0, end), end < content.size() ? "…" : "");
}

std::string in_quotes(std::string_view content) {
  return concatenated("\"", shortened(content), "\"");
}

void check_count(Index count, Index lowest, Index highest, std::string_view field,
                 std::string_view what) {
  if (count < lowest || count > highest) {
    refuse(field, what, " must be ",
           whole_from(static_cast<std::uint64_t>(lowest), static_cast<std::uint64_t>(highest)),
           ", got ", count);
  }
}

void check_counts(const std::vector<Index>& counts, Index lowest, Index highest,
                  std::string_view field) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] < lowest || counts[i] > highest) {
      check_count(counts[i], lowest, highest, indexed(field, i));
    }
  }
}

}  // namespace dropout
