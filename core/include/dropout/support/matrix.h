#pragma once

#include <Eigen/Core>

namespace dropout {

using Eigen::Index;

/// Rows are samples for values, output units for weights. Row-major, so that one sample's
/// values, and one unit's weights, lie side by side in memory as they do in PyTorch and NumPy.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// One sample's values, one number for each unit, or one for each sample.
using Vector = Eigen::VectorXd;

}  // namespace dropout
