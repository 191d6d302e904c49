#pragma once

#include <span>
#include <vector>

#include "averaging/moments.h"
#include "averaging/row_groups.h"
#include "dropout/support/matrix.h"
#include "support/simd.h"

namespace dropout {

/// A table of softmax outputs. The exponential of a class is the product of a column's E and a
/// row's H, that of class 0 is 1.
class SoftmaxTable {
 public:
  static constexpr Index min_classes = 3;
  static constexpr Index max_classes = 10;

  SoftmaxTable(const Vector& column_probability, const Vector& row_probability, Index classes);

  /// To be filled by the caller: E of each column, and H of each row, for a class from 1 on.
  double* column_factors(Index of_class) { return column_factors_.row(of_class - 1).data(); }
  double* row_factors(Index of_class) { return row_factors_.row(of_class - 1).data(); }

  /// For each class.
  std::span<const ShareMoments> moments();

 private:
  template <Index classes>
  void average();

  Vector column_probability_;
  GroupedRows rows_;
  Matrix column_factors_;
  Matrix row_factors_;
  std::vector<Double2> grouped_factors_;  ///< rows × classes but the first, each twice
  std::vector<ShareMoments> moments_;
};

}  // namespace dropout
