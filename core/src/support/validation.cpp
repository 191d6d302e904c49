#include "dropout/support/validation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "dropout/support/names.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_entry_finite(const Matrix& values, Index row, Index column, std::string_view field) {
  const double value = values(row, column);
  if (!std::isfinite(value)) {
    refuse(joined(field, "[", row, "][", column, "]"), " must be finite, got ", text(value));
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
      refuse(joined(field, "[", i, "]"), " must be finite, got ", text(values(i)));
    }
  }
}

void check_all_probabilities(const Matrix& values, std::string_view field) {
  for (Index row = 0; row < values.rows(); ++row) {
    for (Index column = 0; column < values.cols(); ++column) {
      const double value = values(row, column);
      if (!(value >= 0 && value <= 1)) {
        refuse(joined(field, "[", row, "][", column, "]"), " must be in [0, 1], got ", text(value));
      }
    }
  }
}

void check_all_probabilities(const Vector& values, std::string_view field) {
  for (Index i = 0; i < values.size(); ++i) {
    if (!(values(i) >= 0 && values(i) <= 1)) {
      refuse(joined(field, "[", i, "]"), " must be in [0, 1], got ", text(values(i)));
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
           text(numbers));
  }
}

void check_p_drop(double p_drop, std::string_view field) {
  // Written so that NaN fails.
  if (!(p_drop >= 0 && p_drop <= 1)) refuse(field, " must be in [0, 1], got ", text(p_drop));
}

void check_mask_size(Index samples, Index units) {
  check_count(samples, 0, max_samples, "samples");
  check_count(units, 0, max_values, "units");
  if (samples > 0 && units > max_values / samples) {
    refuse("samples", " × units must be at most ", max_values, ", got ", samples, " × ", units);
  }
}

void check_layer_size(Index inputs, Index outputs) {
  check_count(inputs, 1, max_units, "inputs");
  check_count(outputs, 1, max_units, "outputs");
}

void check_output_index(Index outputs, Index output) {
  check_count(output, 0, outputs - 1, "output");
}

void check_bins(Index bins) { check_count(bins, 1, max_bins, "bins"); }

void check_histogram(const Vector& values, const Vector& probability) {
  check_count(values.size(), 1, max_values, "values", ": the number of entries");
  check_count(probability.size(), values.size(), values.size(), "probability",
              ": the number of entries");
  check_all_finite(values, "values");
  check_all_probabilities(probability, "probability");
}

void check_spread(const Matrix& outputs) {
  check_count(outputs.rows(), 1, max_samples, "outputs", ": the number of rows");
  check_count(outputs.cols(), 1, max_units, "outputs", ": the number of columns");
  check_all_finite(outputs, "outputs");
}

void check_binomial_units(Index units) { check_count(units, 0, max_binomial_units, "units"); }

void check_trials(Index units, Index trials) {
  check_count(units, 1, max_units, "units");
  check_count(trials, 0, max_trials, "trials");
}

void check_scaling(ScalingRule rule, const Vector& activations, double p_drop, Index samples) {
  check_p_drop(p_drop, "p_drop");
  if (rule == ScalingRule::inverted_by_p_drop && p_drop == 0) {
    refuse("p_drop", " must be in (0, 1] where \"", name_of(rule), "\" divides by it, got ",
           text(p_drop));
  }
  check_count(activations.size(), 1, max_units, "activations", ": the number of entries");
  check_all_finite(activations, "activations");
  check_count(samples, 1, max_scaled_samples, "samples");
  if (activations.size() > max_values / samples) {
    refuse("samples", " × activations must be at most ", max_values, ", got ", samples, " × ",
           activations.size());
  }
}

void check_scaled(const Vector& activations, double factor) {
  for (Index i = 0; i < activations.size(); ++i) {
    if (!std::isfinite(activations(i) * factor)) {
      refuse(joined("activations[", i, "]"), ": ", text(activations(i)), " × ", text(factor),
             " is too large for float64; use smaller activations, or another p_drop");
    }
  }
}

void check_die_rolls(Index sides, Index rolls) {
  check_count(sides, 2, max_die_sides, "sides");
  check_count(rolls, 1, max_die_rolls, "rolls");
}

std::string shortened(std::string_view content) {
  std::size_t end = std::min<std::size_t>(content.size(), 40);
  // Not between the bytes of one UTF-8 character.
  while (end < content.size() && (static_cast<unsigned char>(content[end]) & 0xC0) == 0x80) --end;
  return joined(content.substr(0, end), end < content.size() ? "…" : "");
}

std::string in_quotes(std::string_view content) { return joined("\"", shortened(content), "\""); }

std::uint64_t whole_number(double value, std::uint64_t lowest, std::uint64_t highest,
                           std::string_view field) {
  const bool is_allowed = value >= static_cast<double>(lowest) &&
                          value <= static_cast<double>(highest) && value == std::trunc(value);
  if (!is_allowed) {
    refuse(field, " must be ", whole_from(lowest, highest), ", got ", text(value));
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
