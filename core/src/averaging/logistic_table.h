#pragma once

#include <vector>

#include "averaging/moments.h"
#include "averaging/row_groups.h"
#include "support/simd.h"

namespace dropout {

/// Four rows of one probability, whose G are in the elementary symmetric polynomials e1 to e4 of
/// all four, each twice.
struct LogisticQuad {
  Double2 e1, e2, e3, e4;
};

/// A table of sigmoids G / (E + G), each of a column's E and a row's G.
class LogisticTable {
 public:
  LogisticTable(const Vector& column_probability, const Vector& row_probability);

  /// To be filled by the caller: E of each column, and G of each row.
  double* column_factors() { return column_factors_.data(); }
  double* row_factors() { return row_factors_.data(); }

  ShareMoments moments();

 private:
  Vector column_probability_;
  GroupedRows rows_;
  Vector column_factors_;
  Vector row_factors_;
  std::vector<LogisticQuad> quads_;
};

}  // namespace dropout
