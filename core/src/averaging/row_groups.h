#pragma once

#include <cstddef>
#include <vector>

#include "dropout/support/matrix.h"

/// A table of subnetworks: each is a column and a row. Rows of one probability go together, so that
/// their sum is weighted but once.
namespace dropout {

struct RowGroup {
  double probability;  ///< of each row
  std::size_t first;   ///< the place of its first row among all groups' rows
  std::size_t count;
};

struct GroupedRows {
  std::vector<RowGroup> groups;
  std::vector<Index> rows;  ///< each row's number, by groups; past the last number stands for none
};

/// Every row in one group, each group filled up to a multiple of `multiple` rows.
GroupedRows grouped_rows(const Vector& row_probability, std::size_t multiple);

}  // namespace dropout
