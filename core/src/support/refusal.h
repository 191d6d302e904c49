#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dropout/support/invalid_input.h"
#include "dropout/support/matrix.h"

/// What the checks of arguments are written with.
namespace dropout {

inline void append(std::string& message, std::string_view part) { message += part; }

template <std::integral Integer>
void append(std::string& message, Integer part) {
  message += std::to_string(part);
}

/// Floating-point parts go through `text` first. (Streams would triple the WebAssembly module.)
template <class... Parts>
std::string concatenated(const Parts&... parts) {
  std::string message;
  (append(message, parts), ...);
  return message;
}

template <class... Parts>
[[noreturn]] void refuse(std::string_view field, const Parts&... problem) {
  throw InvalidInput(InvalidInput::Kind::range, std::string(field), concatenated(problem...));
}

/// As short as JavaScript would print it where six digits or a whole number suffice.
std::string to_text(double value);

/// "1 row", "2 rows"
std::string count_of(Index count, std::string_view singular);

/// "layers[1]"
std::string indexed(std::string_view name, std::size_t index);

/// "a whole number from 1 to 64", or "3" where nothing else is allowed.
std::string whole_from(std::uint64_t lowest, std::uint64_t highest);

/// The text, cut after some 40 bytes.
std::string shortened(std::string_view content);

/// The same between quotation marks.
std::string in_quotes(std::string_view content);

/// `what` is what is counted, where that is not the field's own value.
void check_count(Index count, Index lowest, Index highest, std::string_view field,
                 std::string_view what = "");

/// The same of all entries of a list. (Names are made only where they are needed: for a long list,
/// they would take longer than all else.)
void check_counts(const std::vector<Index>& counts, Index lowest, Index highest,
                  std::string_view field);

}  // namespace dropout
