#include "support/running_means.h"

namespace dropout {

Matrix running_means(const Matrix& values) {
  Matrix means = values;
  for (Index k = 1; k < means.rows(); ++k) {
    means.row(k) =
        means.row(k - 1) + (values.row(k) - means.row(k - 1)) / static_cast<double>(k + 1);
  }
  return means;
}

}  // namespace dropout
