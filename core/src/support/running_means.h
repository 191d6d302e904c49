#pragma once

#include "dropout/support/matrix.h"

namespace dropout {

/// Row k is the mean of rows 0 to k of `values`.
Matrix running_means(const Matrix& values);

}  // namespace dropout
