#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dropout/network/inverted_dropout.h"
#include "dropout/support/limits.h"
#include "dropout/support/matrix.h"

/// Between plain JavaScript values and numbers, texts and arrays. Embind alone would turn 'x' into
/// NaN and 2.7 into 2 without a word; these throw InvalidInput, of kind `type`, instead. Arrays are
/// copied both ways: no view of the module's memory leaves it.
namespace dropout::js {

using emscripten::val;

/// A JavaScript value with the name by which errors call it: "layers[1].weight".
struct Named {
  val value;
  std::string name;
};

/// Throws that the value must be `needed`.
[[noreturn]] void refuse(const Named& value, const std::string& needed);

/// The member of an object; undefined where it has none.
Named member(const Named& object, std::string_view name);

/// `value` as one option of a call: errors name its members without a prefix.
Named options(const val& value, std::string_view name);

/// Refuses members of other names: a misspelt option must not be taken for one left out.
void check_members(const Named& object, std::initializer_list<std::string_view> allowed);

/// The options of a call that takes no others than these.
Named only(const val& request, std::initializer_list<std::string_view> allowed);

bool is_given(const Named& value);

/// Of an array, which the value must be, with at most `highest` entries.
unsigned length_of(const Named& array, const std::string& needed, Index highest = max_values);
Named entry(const Named& array, unsigned index);

double to_number(const Named& value);
std::uint64_t to_whole_number(const Named& value, std::uint64_t lowest, std::uint64_t highest);
Index to_count(const Named& value, Index lowest, Index highest);
std::string to_text(const Named& value);
Vector to_vector(const Named& value);

/// Whole numbers, each from 0 to `highest`.
std::vector<Index> to_indices(const Named& value, Index highest);

struct MatrixSize {
  Index rows;
  Index columns;
};

/// Of an array of arrays as long as each other: of their entries, nothing is read.
MatrixSize size_of(const Named& value, Index highest_columns = max_units);
Matrix to_matrix(const Named& value, Index highest_columns = max_units);
KeepMask to_keep_mask(const Named& value);

val to_js(const Matrix& values);
val to_js(const Vector& values);
val to_js(const std::vector<Index>& values);
val to_js(const KeepMask& mask);

/// One entry for each item, by the to_js that is visible where this is used.
template <class Container>
val array_of(const Container& items) {
  val array = val::array();
  for (const auto& item : items) array.call<void>("push", to_js(item));
  return array;
}

template <class Item>
val array_of(const std::vector<std::vector<Item>>& lists) {
  val array = val::array();
  for (const auto& list : lists) array.call<void>("push", array_of(list));
  return array;
}

}  // namespace dropout::js
