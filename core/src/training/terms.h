#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "dropout/support/matrix.h"

namespace dropout {

/// One term of a sum of a matrix's rows.
struct Term {
  float factor;      ///< what the row is multiplied by
  std::int32_t row;  ///< its number in the matrix
};

/// Lists of terms: a sparse matrix, row by row.
struct Terms {
  /// Room for `lists` lists of at most `longest` terms; they are empty.
  Terms(Index lists, Index longest) : entries(lists, longest), counts(lists) { counts.setZero(); }

  /// The terms of one list.
  std::span<const Term> operator[](Index list) const {
    return {entries.data() + list * entries.cols(), static_cast<std::size_t>(counts(list))};
  }

  Eigen::Matrix<Term, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>
      entries;  ///< one row, one list
  Eigen::Vector<Index, Eigen::Dynamic>
      counts;  ///< how many places at the front of each row are in use
};

/// List r holds, for each term that names row r, its factor and the number of the list it is in.
Terms transposed(const Terms& terms, Index rows);

}  // namespace dropout
