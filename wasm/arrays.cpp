#include "arrays.h"

#include <emscripten.h>

using emscripten::EM_VAL;

// clang-format off
#ifdef EM_JS_DEPS
EM_JS_DEPS(dropout_arrays, "$Emval");
#endif

EM_JS(double, dropout_first_uneven_row, (EM_VAL handle), {
  const rows = Emval.toValue(handle);
  for (let i = 0; i < rows.length; ++i) {
    if (!Array.isArray(rows[i]) || rows[i].length !== rows[0].length) return i;
  }
  return rows.length;
});

EM_JS(double, dropout_copy_numbers, (EM_VAL handle, double length, double* to), {
  const array = Emval.toValue(handle);
  const start = to >>> 3;
  for (let i = 0; i < length; ++i) {
    if (typeof array[i] !== "number") return i;
    HEAPF64[start + i] = array[i];
  }
  return length;
});

EM_JS(double, dropout_copy_rows, (EM_VAL handle, double columns, double* to), {
  const rows = Emval.toValue(handle);
  const start = to >>> 3;
  let at = start;
  for (let i = 0; i < rows.length; ++i) {
    const row = rows[i];
    for (let j = 0; j < columns; ++j) {
      const number = row[j];
      if (typeof number !== "number") return at - start;
      HEAPF64[at++] = number;
    }
  }
  return at - start;
});

EM_JS(double, dropout_copy_bits, (EM_VAL handle, double columns, uint8_t* to), {
  const rows = Emval.toValue(handle);
  const start = to >>> 0;
  let at = start;
  for (let i = 0; i < rows.length; ++i) {
    const row = rows[i];
    for (let j = 0; j < columns; ++j) {
      const bit = row[j];
      if (bit !== 0 && bit !== 1) return at - start;
      HEAPU8[at++] = bit;
    }
  }
  return at - start;
});

EM_JS(EM_VAL, dropout_rows_of_doubles, (const double* from, double rows, double columns), {
  const all = [];
  let at = from >>> 3;
  for (let i = 0; i < rows; ++i) {
    const row = [];
    for (let j = 0; j < columns; ++j) row.push(HEAPF64[at++]);
    all.push(row);
  }
  return Emval.toHandle(all);
});

EM_JS(EM_VAL, dropout_rows_of_bytes, (const uint8_t* from, double rows, double columns), {
  const all = [];
  let at = from >>> 0;
  for (let i = 0; i < rows; ++i) {
    const row = [];
    for (let j = 0; j < columns; ++j) row.push(HEAPU8[at++]);
    all.push(row);
  }
  return Emval.toHandle(all);
});
// clang-format on

namespace dropout::js {

Index first_uneven_row(const val& rows) {
  return static_cast<Index>(dropout_first_uneven_row(rows.as_handle()));
}

Index copy_numbers(const val& array, Index length, double* to) {
  return static_cast<Index>(
      dropout_copy_numbers(array.as_handle(), static_cast<double>(length), to));
}

Index copy_rows(const val& rows, Index columns, double* to) {
  return static_cast<Index>(dropout_copy_rows(rows.as_handle(), static_cast<double>(columns), to));
}

Index copy_rows(const val& rows, Index columns, std::uint8_t* to) {
  return static_cast<Index>(dropout_copy_bits(rows.as_handle(), static_cast<double>(columns), to));
}

val array_of_rows(const double* from, Index rows, Index columns) {
  return val::take_ownership(
      dropout_rows_of_doubles(from, static_cast<double>(rows), static_cast<double>(columns)));
}

val array_of_rows(const std::uint8_t* from, Index rows, Index columns) {
  return val::take_ownership(
      dropout_rows_of_bytes(from, static_cast<double>(rows), static_cast<double>(columns)));
}

}  // namespace dropout::js
