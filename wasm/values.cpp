#include "values.h"

#include <algorithm>
#include <vector>

#include "dropout/invalid_input.h"
#include "dropout/validation.h"

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

// Calls into JavaScript are what takes the time: these clear whole arrays of what is wrong, and
// only then is the first wrong entry looked for.
bool all_are(const val& predicate, const val& array) {
  // `every` passes over holes.
  return array.call<bool>("every", predicate) && !array.call<bool>("includes", val::undefined());
}

bool are_finite_numbers(const val& array) {
  return all_are(val::global("Number")["isFinite"], array);
}

// Numbers that are not finite are for the core to refuse.
void check_all_numbers(const Named& array) {
  if (are_finite_numbers(array.value)) return;
  const auto length = array.value["length"].as<unsigned>();
  for (unsigned i = 0; i < length; ++i) to_number(entry(array, i));
}

// Array.from copies: what it returns does not refer to the module's memory.
template <class Scalar>
val array_from(Index size, const Scalar* data) {
  const val view(emscripten::typed_memory_view(static_cast<std::size_t>(size), data));
  return val::global("Array").call<val>("from", view);
}

template <class RowMajorMatrix>
val array_of_rows(const RowMajorMatrix& matrix) {
  val rows = val::array();
  for (Index row = 0; row < matrix.rows(); ++row) {
    rows.call<void>("push", array_from(matrix.cols(), matrix.data() + row * matrix.cols()));
  }
  return rows;
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
  const auto names = emscripten::vecFromJSArray<std::string>(
      val::global("Object").call<val>("keys", object.value));
  for (const std::string& name : names) {
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
  length_of(value, "an array of numbers");
  check_all_numbers(value);
  const std::vector<double> numbers = emscripten::convertJSArrayToNumberVector<double>(value.value);
  return Vector::Map(numbers.data(), static_cast<Index>(numbers.size()));
}

std::vector<Index> to_indices(const Named& value, Index highest) {
  const Vector numbers = to_vector(value);
  std::vector<Index> indices;
  for (Index i = 0; i < numbers.size(); ++i) {
    indices.push_back(
        static_cast<Index>(whole_number(numbers(i), 0, static_cast<std::uint64_t>(highest),
                                        value.name + "[" + std::to_string(i) + "]")));
  }
  return indices;
}

Matrix to_matrix(const Named& value) {
  const unsigned rows = length_of(value, "an array of rows");
  if (!all_are(val::global("Array")["isArray"], value.value)) {
    for (unsigned row = 0; row < rows; ++row) length_of(entry(value, row), "an array of numbers");
  }
  const val length("length");
  unsigned columns = 0;
  for (unsigned row = 0; row < rows; ++row) {
    const auto size = value.value[row][length].as<unsigned>();
    if (row == 0) columns = size;
    if (size != columns) {
      throw InvalidInput(InvalidInput::Kind::range, entry(value, row).name,
                         ": its length is " + std::to_string(size) + ", but that of row 0 is " +
                             std::to_string(columns));
    }
  }
  const val flat = value.value.call<val>("flat");
  if (!are_finite_numbers(flat) || flat[length].as<unsigned>() != rows * columns) {
    for (unsigned row = 0; row < rows; ++row) check_all_numbers(entry(value, row));
  }
  const std::vector<double> numbers = emscripten::convertJSArrayToNumberVector<double>(flat);
  return Eigen::Map<const Matrix>(numbers.data(), static_cast<Index>(rows),
                                  static_cast<Index>(columns));
}

unsigned length_of(const Named& array, const std::string& needed) {
  if (!array.value.isArray()) refuse(array, needed);
  const auto length = array.value["length"].as<unsigned>();
  // Holes cost nothing to make, but time to walk over.
  if (length > static_cast<unsigned>(max_values)) {
    throw InvalidInput(InvalidInput::Kind::range, array.name,
                       ": the number of entries must be at most " + std::to_string(max_values) +
                           ", got " + std::to_string(length));
  }
  return length;
}

Named entry(const Named& array, unsigned index) {
  return {array.value[index], array.name + "[" + std::to_string(index) + "]"};
}

val to_js(const Matrix& values) { return array_of_rows(values); }

val to_js(const Vector& values) { return array_from(values.size(), values.data()); }

val to_js(const std::vector<Index>& values) {
  const Vector numbers = Eigen::Map<const Eigen::Array<Index, Eigen::Dynamic, 1>>(
                             values.data(), static_cast<Index>(values.size()))
                             .cast<double>();
  return to_js(numbers);
}

val to_js(const KeepMask& mask) { return array_of_rows(mask); }

}  // namespace dropout::js
