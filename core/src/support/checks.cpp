#include "support/checks.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dropout/support/limits.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_entry_finite(const Matrix& values, Index row, Index column, std::string_view field) {
  const double value = values(row, column);
  if (!std::isfinite(value)) {
    refuse(concatenated(field, "[", row, "][", column, "]"), " must be finite, got ",
           to_text(value));
  }
}

}  // namespace

void check_all_finite(const Matrix& values, std::string_view field) {
  for (Index row = 0; row < values.rows(); ++row) {
    for (Index column = 0; column < values.cols(); ++column) {
      check_entry_finite(values, row, column, field);
    }
  }
}

void check_column_finite(const Matrix& values, Index column, std::string_view field) {
  for (Index row = 0; row < values.rows(); ++row) check_entry_finite(values, row, column, field);
}

void check_all_finite(const Vector& values, std::string_view field) {
  for (Index i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values(i))) {
      refuse(concatenated(field, "[", i, "]"), " must be finite, got ", to_text(values(i)));
    }
  }
}

void check_all_probabilities(const Matrix& values, std::string_view field) {
  for (Index row = 0; row < values.rows(); ++row) {
    for (Index column = 0; column < values.cols(); ++column) {
      const double value = values(row, column);
      if (!(value >= 0 && value <= 1)) {
        refuse(concatenated(field, "[", row, "][", column, "]"), " must be in [0, 1], got ",
               to_text(value));
      }
    }
  }
}

void check_all_probabilities(const Vector& values, std::string_view field) {
  for (Index i = 0; i < values.size(); ++i) {
    if (!(values(i) >= 0 && values(i) <= 1)) {
      refuse(concatenated(field, "[", i, "]"), " must be in [0, 1], got ", to_text(values(i)));
    }
  }
}

void check_matrix_size(Index rows, Index columns, Index highest_columns, std::string_view field) {
  check_count(rows, 0, max_samples, field, ": the number of rows");
  check_count(columns, 0, highest_columns, field, ": the number of columns");
  if (rows > 0 && columns > max_values / rows) {
    refuse(field, ": rows × columns must be at most ", max_values, ", got ", rows, " × ", columns);
  }
}

void check_total(double numbers, std::string_view field) {
  if (numbers > static_cast<double>(max_total_values)) {
    refuse(field, ": the number of values in all must be at most ", max_total_values, ", got ",
           to_text(numbers));
  }
}

void check_finite(const Vector& results, std::string_view name) {
  if (!results.allFinite()) {
    refuse("network", ": ", name, " is too large for float64; use smaller weights or inputs");
  }
}

void check_bins(Index bins) { check_count(bins, 1, max_bins, "bins"); }

std::uint64_t whole_number(double value, std::uint64_t lowest, std::uint64_t highest,
                           std::string_view field) {
  const bool is_allowed = value >= static_cast<double>(lowest) &&
                          value <= static_cast<double>(highest) && value == std::trunc(value);
  if (!is_allowed) {
    refuse(field, " must be ", whole_from(lowest, highest), ", got ", to_text(value));
  }
  return static_cast<std::uint64_t>(value);
}

void check_whole_numbers(const Vector& values, Index lowest, Index highest,
                         std::string_view field) {
  for (Index i = 0; i < values.size(); ++i) {
    const double value = values(i);
    const bool is_allowed = value >= static_cast<double>(lowest) &&
                            value <= static_cast<double>(highest) && value == std::trunc(value);
    if (!is_allowed) {
      whole_number(value, static_cast<std::uint64_t>(lowest), static_cast<std::uint64_t>(highest),
                   indexed(field, static_cast<std::size_t>(i)));
    }
  }
}

}  // namespace dropout
