#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "support/refusal.h"

/// The names by which JavaScript calls the values of an enumeration.
namespace dropout {

template <class Value, std::size_t n>
using Names = std::array<std::pair<std::string_view, Value>, n>;

/// The value with that name. Throws InvalidInput naming `field` where there is none.
template <class Value, std::size_t n>
Value named(const Names<Value, n>& names, std::string_view name, std::string_view field) {
  std::string allowed;
  for (const auto& [known_name, value] : names) {
    if (name == known_name) return value;
    allowed += concatenated(allowed.empty() ? "\"" : ", \"", known_name, "\"");
  }
  refuse(field, " must be one of ", allowed, ", got ", in_quotes(name));
}

template <class Value, std::size_t n>
std::string_view name_in(const Names<Value, n>& names, Value value) {
  return std::find_if(names.begin(), names.end(),
                      [&](const auto& entry) { return entry.second == value; })
      ->first;
}

}  // namespace dropout
