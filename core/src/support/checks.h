#pragma once

#include <cstdint>
#include <string_view>

#include "dropout/support/matrix.h"

/// Checks of numbers, whatever they are. Each throws InvalidInput, which names the field, the value
/// and what is allowed.
namespace dropout {

void check_all_finite(const Matrix& values, std::string_view field);
void check_column_finite(const Matrix& values, Index column, std::string_view field);
void check_all_finite(const Vector& values, std::string_view field);
void check_all_probabilities(const Matrix& values, std::string_view field);
void check_all_probabilities(const Vector& values, std::string_view field);
void check_matrix_size(Index rows, Index columns, Index highest_columns, std::string_view field);
void check_total(double numbers, std::string_view field);
void check_finite(const Vector& results, std::string_view name);
void check_bins(Index bins);

/// `value` as the whole number it must be, in [lowest, highest]: for callers, such as JavaScript,
/// whose only numbers are floating-point.
std::uint64_t whole_number(double value, std::uint64_t lowest, std::uint64_t highest,
                           std::string_view field);

/// The same of each of `values`.
void check_whole_numbers(const Vector& values, Index lowest, Index highest, std::string_view field);

}  // namespace dropout
