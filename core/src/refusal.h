#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include "dropout/invalid_input.h"
#include "dropout/matrix.h"

/// What the checks of arguments are written with.
namespace dropout {

inline void append(std::string& message, std::string_view part) { message += part; }

template <std::integral Integer>
void append(std::string& message, Integer part) {
  message += std::to_string(part);
}

/// Floating-point parts go through `text` first. (Streams would triple the WebAssembly module.)
template <class... Parts>
std::string joined(const Parts&... parts) {
  std::string message;
  (append(message, parts), ...);
  return message;
}

template <class... Parts>
[[noreturn]] void refuse(std::string_view field, const Parts&... problem) {
  throw InvalidInput(InvalidInput::Kind::range, std::string(field), joined(problem...));
}

/// As short as JavaScript would print it where six digits or a whole number suffice.
std::string text(double value);

/// "1 row", "2 rows"
std::string count_of(Index count, std::string_view singular);

/// "layers[1]"
std::string indexed(std::string_view name, std::size_t index);

/// `what` is what is counted, where that is not the field's own value.
void check_count(Index count, Index lowest, Index highest, std::string_view field,
                 std::string_view what = "");

}  // namespace dropout
