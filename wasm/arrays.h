#pragma once

#include <emscripten/val.h>

#include <cstdint>

#include "dropout/support/matrix.h"

/// Whole arrays between JavaScript and the module's memory, each in one call: calls for each row or
/// number would take most of the time. None of these allocates before it knows the size.
namespace dropout::js {

using emscripten::val;

/// The index of the first of `rows` that is not an array as long as the first one; where all are,
/// the number of rows.
Index first_uneven_row(const val& rows);

/// @{
/// Copies from `array`, or from the `columns` first entries of each of `rows`. Returns the index of
/// the first entry that is not a number (for bytes: not 0 or 1), where copying ends; where there is
/// none, the number of entries.
Index copy_numbers(const val& array, Index length, double* to);
Index copy_rows(const val& rows, Index columns, double* to);
Index copy_rows(const val& rows, Index columns, std::uint8_t* to);
/// @}

/// @{
/// Copies: nothing that these return refers to the module's memory.
val array_of_rows(const double* from, Index rows, Index columns);
val array_of_rows(const std::uint8_t* from, Index rows, Index columns);
/// @}

}  // namespace dropout::js
