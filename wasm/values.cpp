#include "values.h"

#include <algorithm>
#include <vector>

#include "arrays.h"
#include "dropout/support/invalid_input.h"
#include "dropout/support/limits.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout::js {
namespace {

std::string described(const val& value) {
  if (value.isNull()) return "null";
  if (value.isArray()) return "an array";
  const std::string type = value.typeOf().as<std::string>();
  if (type == "string") return in_quotes(value.as<std::string>());
  if (type == "object") return "an object";
  if (type == "undefined") return "nothing";
  if (type == "boolean") return value.as<bool>() ? "true" : "false";
  return "a " + type;
}

void check_object(const Named& value) {
  const bool is_object =
      !value.value.isNull() && value.value.typeOf().as<std::string>() == "object";
  if (!is_object) refuse(value, "an object");
}

Named entry(const Named& rows, Index row, Index column) {
  return entry(entry(rows, static_cast<unsigned>(row)), static_cast<unsigned>(column));
}

}  // namespace

void refuse(const Named& value, const std::string& needed) {
  throw InvalidInput(InvalidInput::Kind::type, value.name,
                     " must be " + needed + ", got " + described(value.value));
}

Named member(const Named& object, std::string_view name) {
  check_object(object);
  const std::string key(name);
  return {object.value[key], object.name.empty() ? key : object.name + "." + key};
}

Named options(const val& value, std::string_view name) {
  check_object({value, std::string(name)});
  return {value, ""};
}

void check_members(const Named& object, std::initializer_list<std::string_view> allowed) {
  check_object(object);
  const val names = val::global("Object").call<val>("keys", object.value);
  const auto length = names["length"].as<unsigned>();
  // The first unknown one is found soon, however many there are.
  for (unsigned i = 0; i < length; ++i) {
    const auto name = names[i].as<std::string>();
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
      throw InvalidInput(InvalidInput::Kind::type, object.name,
                         ": there is no option " + in_quotes(name));
    }
  }
}

Named only(const val& request, std::initializer_list<std::string_view> allowed) {
  check_members({request, "options"}, allowed);
  return options(request, "options");
}

bool is_given(const Named& value) { return !value.value.isUndefined(); }

double to_number(const Named& value) {
  if (!value.value.isNumber()) refuse(value, "a number");
  return value.value.as<double>();
}

std::uint64_t to_whole_number(const Named& value, std::uint64_t lowest, std::uint64_t highest) {
  return whole_number(to_number(value), lowest, highest, value.name);
}

Index to_count(const Named& value, Index lowest, Index highest) {
  return static_cast<Index>(to_whole_number(value, static_cast<std::uint64_t>(lowest),
                                            static_cast<std::uint64_t>(highest)));
}

std::string to_text(const Named& value) {
  if (!value.value.isString()) refuse(value, "a text");
  return value.value.as<std::string>();
}

Vector to_vector(const Named& value) {
  const auto length = static_cast<Index>(length_of(value, "an array of numbers", max_samples));
  Vector numbers(length);
  const Index copied = copy_numbers(value.value, length, numbers.data());
  if (copied < length) refuse(entry(value, static_cast<unsigned>(copied)), "a number");
  return numbers;
}

std::vector<Index> to_indices(const Named& value, Index highest) {
  const Vector numbers = to_vector(value);
  check_whole_numbers(numbers, 0, highest, value.name);
  std::vector<Index> indices;
  indices.reserve(static_cast<std::size_t>(numbers.size()));
  for (const double number : numbers) indices.push_back(static_cast<Index>(number));
  return indices;
}

MatrixSize size_of(const Named& value, Index highest_columns) {
  const unsigned rows = length_of(value, "an array of rows");
  // Before the rows are looked at: there may be many.
  check_matrix_size(static_cast<Index>(rows), 0, highest_columns, value.name);
  const auto uneven = static_cast<unsigned>(first_uneven_row(value.value));
  if (uneven < rows) {
    const Named row = entry(value, uneven);
    const unsigned length = length_of(row, "an array of numbers");
    const unsigned first = length_of(entry(value, 0), "an array of numbers");
    throw InvalidInput(InvalidInput::Kind::range, row.name,
                       ": its length is " + std::to_string(length) + ", but that of row 0 is " +
                           std::to_string(first));
  }
  const unsigned columns = rows == 0 ? 0 : length_of(entry(value, 0), "an array of numbers");
  check_matrix_size(static_cast<Index>(rows), static_cast<Index>(columns), highest_columns,
                    value.name);
  return {static_cast<Index>(rows), static_cast<Index>(columns)};
}

Matrix to_matrix(const Named& value, Index highest_columns) {
  const auto [rows, columns] = size_of(value, highest_columns);
  Matrix numbers(rows, columns);
  const Index copied = copy_rows(value.value, columns, numbers.data());
  if (copied < numbers.size()) refuse(entry(value, copied / columns, copied % columns), "a number");
  return numbers;
}

KeepMask to_keep_mask(const Named& value) {
  const auto [rows, columns] = size_of(value);
  KeepMask mask(rows, columns);
  const Index copied = copy_rows(value.value, columns, mask.data());
  if (copied < mask.size()) {
    const Named wrong = entry(value, copied / columns, copied % columns);
    to_whole_number(wrong, 0, 1);
    refuse(wrong, "0 or 1");  // Not reached, unless the entry is not the same each time.
  }
  return mask;
}

unsigned length_of(const Named& array, const std::string& needed, Index highest) {
  if (!array.value.isArray()) refuse(array, needed);
  const auto length = array.value["length"].as<unsigned>();
  // Holes cost nothing to make, but time to walk over.
  if (length > static_cast<unsigned>(highest)) {
    throw InvalidInput(InvalidInput::Kind::range, array.name,
                       ": the number of entries must be at most " + std::to_string(highest) +
                           ", got " + std::to_string(length));
  }
  return length;
}

Named entry(const Named& array, unsigned index) {
  return {array.value[index], array.name + "[" + std::to_string(index) + "]"};
}

val to_js(const Matrix& values) {
  return array_of_rows(values.data(), values.rows(), values.cols());
}

val to_js(const Vector& values) { return array_of_rows(values.data(), 1, values.size())[0]; }

val to_js(const std::vector<Index>& values) {
  const Vector numbers = Eigen::Map<const Eigen::Array<Index, Eigen::Dynamic, 1>>(
                             values.data(), static_cast<Index>(values.size()))
                             .cast<double>();
  return to_js(numbers);
}

val to_js(const KeepMask& mask) { return array_of_rows(mask.data(), mask.rows(), mask.cols()); }

}  // namespace dropout::js
